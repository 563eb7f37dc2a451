-- What was declared last about who owns and controls whom: ids and shares, a line for each.
create table read.kyb_ownership (
  kyb_case_id text primary key,
  holdings text not null,
  controls text not null,
  declared_at timestamptz not null,
  position bigint not null
);
grant select, insert, update, delete, truncate on read.kyb_ownership to daybook_app;
