-- Statements of banks and providers, compared with the ledger, and what they differ in.
create table bridge.reconciliations (
  reconciliation_id text primary key,
  account_id text not null,
  currency text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  file_sha256 text not null,
  file_lines integer not null,
  matched integer not null,
  differences integer not null,
  open_differences integer not null,
  reconciled_at timestamptz not null,
  created_position bigint not null,
  position bigint not null
);
create unique index reconciliations_by_creation on bridge.reconciliations (created_position);

create table bridge.reconciliation_differences (
  reconciliation_id text not null references bridge.reconciliations,
  number integer not null,
  kind text not null,
  reference text not null,
  entry_id text,
  currency text not null,
  file_minor bigint,
  ledger_minor bigint,
  resolution text,
  resolved_by_entry text,
  resolved_at timestamptz,
  primary key (reconciliation_id, number)
);

grant select, insert, update on bridge.reconciliations, bridge.reconciliation_differences
  to daybook_app;
