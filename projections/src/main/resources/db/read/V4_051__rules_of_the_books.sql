-- Entries that need two people. Their lines are kept as text, one a line: side, account, minor
-- units and currency.
create table read.entry_proposals (
  book_id text not null,
  entry_id text not null,
  lines text not null,
  memo text not null,
  value_date date,
  status text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  created_position bigint not null,
  position bigint not null,
  primary key (book_id, entry_id)
);
create index entry_proposals_by_creation on read.entry_proposals (book_id, created_position);

-- What finance rules of a whole book, each under a name; null if the rule has ended.
create table read.book_rules (
  book_id text not null,
  name text not null,
  value text,
  position bigint not null,
  primary key (book_id, name)
);

grant select, insert, update, delete, truncate
  on read.entry_proposals, read.book_rules to daybook_app;
