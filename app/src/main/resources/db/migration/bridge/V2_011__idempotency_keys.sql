-- Answers to writes that a client may repeat with the same Idempotency-Key.
create table bridge.idempotency_keys (
  principal text not null,
  route text not null,
  key text not null,
  fingerprint text not null,
  -- Until answered: who works on it, and until when others keep out.
  claim text not null,
  claimed_until timestamptz not null,
  status integer,
  location text,
  position bigint,
  body text,
  created_at timestamptz not null,
  primary key (principal, route, key)
);
grant select, insert, update, delete on bridge.idempotency_keys to daybook_app;
