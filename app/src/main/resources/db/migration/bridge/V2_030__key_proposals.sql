-- What one administrator proposes to do to the journal's keys, until another one has approved it.
create table bridge.key_proposals (
  proposal_id text primary key,
  statement text not null check (octet_length(statement) <= 131072),
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved_by text,
  check (approved_by <> proposed_by)
);

grant select, insert, update (approved_by) on bridge.key_proposals to daybook_app;
