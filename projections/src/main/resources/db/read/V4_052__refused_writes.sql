-- Writes to a book that were refused, with what their senders were told.
create table read.refused_writes (
  book_id text not null,
  request_id text not null,
  code text not null,
  message text not null,
  sent_by text not null,
  refused_at timestamptz not null,
  created_position bigint not null,
  primary key (book_id, request_id)
);
create index refused_writes_by_creation on read.refused_writes (book_id, created_position);

grant select, insert, update, delete, truncate on read.refused_writes to daybook_app;
