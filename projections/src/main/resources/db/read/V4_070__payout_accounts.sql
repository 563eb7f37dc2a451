-- The accounts that payouts go to, and who let a large payout go.
create table read.payout_accounts (
  account_id text primary key,
  organiser_id text not null,
  token text not null,
  added_at timestamptz not null,
  usable_from timestamptz not null,
  removed_at timestamptz,
  created_position bigint not null,
  position bigint not null
);
create index payout_accounts_by_organiser
  on read.payout_accounts (organiser_id, created_position);

alter table read.payouts
  add column account_id text,
  add column decided_by text,
  alter column clearance drop not null;
create index payouts_waiting on read.payouts (created_position) where state = 'WAITING';

grant select, insert, update, delete, truncate on read.payout_accounts to daybook_app;
