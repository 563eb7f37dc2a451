-- What was decided about people's data: rebuilt from the journal like every read model.
create table read.erasures (
  erasure_id text primary key,
  person_id text not null,
  level text not null,
  classes text[] not null,
  basis text not null,
  state text not null,
  proposed_by text not null,
  approved_by text,
  proposed_at timestamptz not null,
  approved_at timestamptz,
  completed_at timestamptz,
  keys integer not null default 0,
  records integer not null default 0,
  created_position bigint not null,
  position bigint not null
);
create index erasures_by_creation on read.erasures (created_position);
create index erasures_by_person on read.erasures (person_id, created_position);

create table read.legal_holds (
  hold_id text primary key,
  person_id text not null,
  reference text not null,
  state text not null,
  proposed_by text not null,
  approved_by text,
  proposed_at timestamptz not null,
  changed_at timestamptz not null,
  created_position bigint not null,
  position bigint not null
);
create index legal_holds_by_creation on read.legal_holds (created_position);
create index legal_holds_by_person on read.legal_holds (person_id, created_position);

grant select, insert, update, delete on read.erasures, read.legal_holds to daybook_app;
