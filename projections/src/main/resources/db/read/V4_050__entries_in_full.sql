-- What an entry says beyond its lines, and the bounds and the state of accounts.
alter table read.accounts
  add column status text not null default 'OPEN',
  add column minimum_minor bigint,
  add column maximum_minor bigint,
  add column tier text,
  -- What holds would take away from, and bring to, the balance.
  add column pending_out_minor bigint not null default 0,
  add column pending_in_minor bigint not null default 0,
  -- How many entries have moved the account.
  add column version bigint not null default 0,
  -- The newest description in read.account_metadata.
  add column described_position bigint,
  -- The newest event that changed anything but the balance.
  add column changed_position bigint not null default 0;
update read.accounts a set version =
  (select count(distinct entry_id) from read.postings p
    where p.book_id = a.book_id and p.account_id = a.account_id);
create index accounts_by_path on read.accounts (book_id, account_id collate "C");

alter table read.entries
  add column external_reference text,
  add column value_date date,
  add column parent text,
  add column corrects text;
update read.entries set value_date = (posted_at at time zone 'UTC')::date;
alter table read.entries alter column value_date set not null;
create unique index entries_by_external_reference on read.entries (book_id, external_reference);
create index entries_by_parent on read.entries (book_id, parent) where parent is not null;

alter table read.postings
  add column value_date date,
  add column posted_at timestamptz;
update read.postings p set value_date = e.value_date, posted_at = e.posted_at
  from read.entries e where e.book_id = p.book_id and e.entry_id = p.entry_id;
alter table read.postings
  alter column value_date set not null,
  alter column posted_at set not null;
create index postings_by_value_date on read.postings (book_id, account_id, value_date);
create index postings_by_time on read.postings (book_id, account_id, posted_at, ordinal);

create table read.entry_metadata (
  book_id text not null,
  entry_id text not null,
  name text not null,
  value text not null,
  created_position bigint not null,
  primary key (book_id, entry_id, name)
);
create index entry_metadata_by_value on read.entry_metadata (book_id, name, value, created_position);

-- Every description that an account ever had; the present one is at described_position.
create table read.account_metadata (
  book_id text not null,
  account_id text not null,
  created_position bigint not null,
  name text not null,
  value text not null,
  described_at timestamptz not null,
  primary key (book_id, account_id, created_position, name)
);
create index account_metadata_by_value on read.account_metadata (book_id, name, value);

-- Rules on which accounts may stand in one entry.
create table read.chart_rules (
  book_id text not null,
  path text not null,
  -- Paths with commas between; null if the rule has ended.
  may_meet text,
  changed_position bigint not null,
  primary key (book_id, path)
);

-- Money set aside.
create table read.funds_holds (
  book_id text not null,
  hold_id text not null,
  debit_account text not null,
  credit_account text not null,
  currency text not null,
  amount_minor bigint not null,
  remaining_minor bigint not null,
  hold_group text,
  reference text not null,
  status text not null,
  expires_at timestamptz,
  placed_at timestamptz not null,
  ended_at timestamptz,
  created_position bigint not null,
  position bigint not null,
  primary key (book_id, hold_id)
);
create index funds_holds_by_creation on read.funds_holds (book_id, created_position);
create index funds_holds_by_group on read.funds_holds (book_id, hold_group, created_position);
create index funds_holds_by_end on read.funds_holds (expires_at) where status = 'OPEN';

grant select, insert, update, delete, truncate
  on read.entry_metadata, read.account_metadata, read.chart_rules, read.funds_holds
  to daybook_app;
