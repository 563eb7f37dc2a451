-- The keys of personal data, each wrapped by a master key that the database never sees. They are
-- outside the journal's schema and in no export of it: without them its ciphertexts mean nothing.
create schema personal;

create table personal.data_keys (
  key_id text primary key check (key_id ~ '^key_[0-9A-HJKMNP-TV-Z]{26}$'),
  data_class text not null check (data_class ~ '^[A-Z]{1,20}$'),
  -- Whose data: a user's id.
  subject_id text not null check (length(subject_id) between 1 and 40),
  -- Which part of them has an end of its own, such as a show or a case; '' where there is one only.
  scope text not null check (length(scope) <= 60),
  master integer not null check (master > 0),
  wrapped bytea,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  constraint data_keys_scope_key unique (subject_id, data_class, scope),
  -- A destroyed key leaves its row: nobody may make another one for the same data.
  constraint data_keys_wrapped_check check ((wrapped is null) = (destroyed_at is not null))
);
create index data_keys_by_class on personal.data_keys (data_class, scope) where wrapped is not null;

-- Under which key the personal texts of an aggregate's events are.
create table personal.streams (
  aggregate_id text primary key check (length(aggregate_id) between 1 and 255),
  key_id text not null references personal.data_keys
);
create index streams_by_key on personal.streams (key_id);

-- Whose data of a class may not be kept any more, whatever comes in later.
create table personal.closed_subjects (
  subject_id text not null,
  data_class text not null,
  closed_at timestamptz not null,
  primary key (subject_id, data_class)
);

-- Which master key wraps new data keys.
create table personal.current_master (
  only_row boolean primary key default true check (only_row),
  number integer not null check (number > 0)
);
insert into personal.current_master (number) values (1);

grant usage on schema personal to daybook_app, daybook_erasure;
grant select, insert on personal.data_keys, personal.streams to daybook_app;
grant select on personal.closed_subjects to daybook_app;
-- The update of a column that never changes is what a row lock takes.
grant select, update (only_row) on personal.current_master to daybook_app;
grant select, update (number) on personal.current_master to daybook_erasure;
grant select, update (master, wrapped, destroyed_at) on personal.data_keys to daybook_erasure;
grant select on personal.streams to daybook_erasure;
grant select, insert on personal.closed_subjects to daybook_erasure;
