-- What joins KYB cases to their processes. All of it can be dropped and rebuilt from the journal.
create schema if not exists bridge;
grant usage on schema bridge to daybook_app;

-- The engine's business key is not unique, this is.
create table bridge.case_process (
  case_id text not null,
  process_key text not null,
  cycle_no integer not null check (cycle_no >= 1),
  process_instance_id text not null unique,
  -- The newest of the case's events that took effect: a repeated one has none.
  last_sequence bigint not null check (last_sequence >= 0),
  primary key (case_id, process_key, cycle_no)
);

-- Messages that came before the process waited for them, in the order of the case's events.
create table bridge.process_inbox (
  process_instance_id text not null
    references bridge.case_process (process_instance_id) on delete cascade,
  sequence bigint not null check (sequence >= 0),
  message text not null,
  occurred_at timestamptz not null,
  intact boolean,
  proposed_by text,
  primary key (process_instance_id, sequence)
);

-- The documents that the next check has to read.
create table bridge.case_document (
  case_id text not null,
  document_id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (case_id, document_id)
);

grant select, insert, update, delete
  on bridge.case_process, bridge.process_inbox, bridge.case_document to daybook_app;
