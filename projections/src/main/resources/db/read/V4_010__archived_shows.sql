-- Shows that are over for long: their orders and tickets are left out of everybody's lists.
create table read.archived_shows (
  show_id text primary key,
  archived_at timestamptz not null
);
grant select, insert, update, delete on read.archived_shows to daybook_app;
