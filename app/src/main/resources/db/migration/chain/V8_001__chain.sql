-- What is known of the chain and what is sent to it. Journal and chain decide; all of this can be
-- made again from them, but for nonces and signed transactions, which are sent again as they are.
create schema chain;

-- The contracts that this journal is joined to: one row, or none before the first connection.
create table chain.link (
  one boolean primary key default true check (one),
  chain_key text not null,
  chain_id bigint not null,
  genesis text not null,
  contract text not null,
  custodian text not null,
  anchor text not null,
  code_hash text not null,
  first_block bigint not null
);

-- Whoever holds the advisory lock raises the epoch; what the one before still writes is refused.
create table chain.leader (
  one boolean primary key default true check (one),
  epoch bigint not null
);
insert into chain.leader (epoch) values (0);

-- Every block from the link's first to this one was read, none left out.
create table chain.cursor (
  one boolean primary key default true check (one),
  number bigint not null,
  hash text not null,
  finalized_number bigint not null,
  finalized_hash text not null,
  halted text,
  reorganised_at timestamptz,
  reorganised_depth integer,
  check (finalized_number <= number)
);

-- Blocks that may still be reorganised, and those that were.
create table chain.blocks (
  hash text primary key,
  number bigint not null,
  seconds bigint not null,
  canonical boolean not null
);
create unique index blocks_canonical on chain.blocks (number) where canonical;

create table chain.logs (
  block_hash text not null,
  log_index integer not null,
  block_number bigint not null,
  tx_hash text not null,
  kind text not null check (kind in ('MINTED', 'BURNED', 'MOVED', 'COMMITTED', 'ANCHORED')),
  token_id numeric(78),
  owner text,
  word text,
  size bigint,
  canonical boolean not null,
  primary key (block_hash, log_index)
);
create index logs_by_block on chain.logs (block_number) where canonical;
create index logs_by_token on chain.logs (token_id);

-- What the journal asks for, by ticket; waits here while no chain is there.
create table chain.orders (
  seq bigint generated always as identity primary key,
  ticket_id text not null,
  act text not null check (act in ('MINT', 'BURN')),
  show_id text,
  commitment text,
  unique (ticket_id, act)
);

create table chain.tokens (
  token_key text primary key,
  ticket_id text not null unique,
  token_id numeric(78) not null unique,
  commitment text not null
);

-- What is to be done on the chain, each once. A nonce is given together with the signature.
create table chain.intents (
  seq bigint generated always as identity primary key,
  intent_id text not null unique,
  kind text not null check (kind in ('MINT', 'REVOKE', 'ANCHOR')),
  target text not null,
  calldata text not null,
  gas bigint not null,
  state text not null default 'WAITING'
    check (state in ('WAITING', 'SENT', 'MINED', 'FINAL', 'FAILED')),
  nonce bigint unique,
  block_number bigint,
  tx_hash text,
  fee_wei numeric(78),
  check ((state = 'WAITING') = (nonce is null))
);
create index intents_waiting on chain.intents (seq) where state = 'WAITING';
create index intents_open on chain.intents (nonce) where state in ('SENT', 'MINED');

-- Each signed form of an intent; all of one intent have its nonce, so at most one has an effect.
create table chain.attempts (
  tx_hash text primary key,
  intent_id text not null references chain.intents (intent_id),
  number integer not null,
  raw text not null,
  tip numeric(78) not null,
  fee_cap numeric(78) not null,
  signed_at timestamptz not null,
  last_error text,
  unique (intent_id, number)
);

create table chain.lane (
  one boolean primary key default true check (one),
  signer text not null,
  next_nonce bigint not null,
  paused text
);

-- Facts for the journal, in their order, committed together with what they are about.
create table chain.outbox (
  seq bigint generated always as identity primary key,
  kind text not null,
  token_key text,
  token_id numeric(78),
  block_number bigint,
  block_hash text,
  tx_hash text,
  log_index integer,
  size bigint,
  word text,
  seconds bigint
);

-- Roots of the journal that are in a final block.
create table chain.anchors (
  size bigint primary key,
  root text not null,
  block_number bigint not null,
  block_hash text not null,
  tx_hash text not null,
  seconds bigint not null
);

-- Comparisons of journal, logs and chain, each at one final block.
create table chain.reconciliations (
  block_number bigint primary key,
  block_hash text not null,
  compared_at timestamptz not null,
  matched integer not null,
  pending integer not null
);
create table chain.breaks (
  block_number bigint not null references chain.reconciliations (block_number),
  token_id numeric(78) not null,
  category text not null,
  ticket_id text,
  expected text not null,
  in_logs text not null,
  on_chain text not null,
  primary key (block_number, token_id)
);

grant usage on schema chain to daybook_app;
grant select, insert, update, delete on all tables in schema chain to daybook_app;
grant usage on all sequences in schema chain to daybook_app;
