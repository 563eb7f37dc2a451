-- What people ordered where the chain's side does not go on by itself, and what came of it.
create table chain.remedies (
  seq bigint generated always as identity primary key,
  remedy_id text not null unique,
  act text not null,
  intent_id text,
  state text not null check (state in ('PROPOSED', 'ORDERED', 'WITHDRAWN', 'DONE')),
  proposed_by text not null,
  approved_by text,
  outcome text
);
create index remedies_ordered on chain.remedies (seq) where state = 'ORDERED';

-- Nothing happened in the transaction's place, because people wanted it so.
alter table chain.intents drop constraint intents_state_check;
alter table chain.intents add constraint intents_state_check
  check (state in ('WAITING', 'SENT', 'MINED', 'FINAL', 'FAILED', 'CANCELLED'));
alter table chain.attempts add column cancels boolean not null default false;

-- The journal does not know yet of a lane that stopped before there were remedies.
insert into chain.outbox (kind, size)
select 'NONCE_TAKEN', coalesce((select min(nonce) from chain.intents where state = 'SENT'), 0)
from chain.lane where paused is not null;

grant select, insert, update, delete on chain.remedies to daybook_app;
grant usage on all sequences in schema chain to daybook_app;
