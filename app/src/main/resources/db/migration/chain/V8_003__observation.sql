-- What the chain was last seen like by the process that follows it, for all processes to tell.
create table chain.observation (
  one boolean primary key default true check (one),
  state text,
  seen_at timestamptz,
  oldest_unread timestamptz,
  head bigint,
  head_at timestamptz,
  is_different boolean not null,
  problem text
);
grant select, insert, update, delete on chain.observation to daybook_app;
