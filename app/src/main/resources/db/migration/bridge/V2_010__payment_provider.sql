-- What payment providers told us, by their event ids: stored before it is answered, acted on after.
create table bridge.provider_events (
  provider text not null check (length(provider) between 1 and 40),
  event_id text not null check (length(event_id) between 1 and 100),
  body text not null,
  received_at timestamptz not null,
  processed_at timestamptz,
  outcome text,
  primary key (provider, event_id)
);
create index provider_events_waiting on bridge.provider_events (received_at)
  where processed_at is null;

-- The simulated provider's own books: the webhooks that it owes us.
create schema simulator;
create table simulator.deliveries (
  event_id text not null,
  copy integer not null,
  body text not null,
  due_at timestamptz not null,
  lost_attempts integer not null,
  attempts integer not null default 0,
  delivered_at timestamptz,
  primary key (event_id, copy)
);
create index deliveries_due on simulator.deliveries (due_at) where delivered_at is null;

grant select, insert, update on bridge.provider_events to daybook_app;
grant usage on schema simulator to daybook_app;
grant select, insert, update on simulator.deliveries to daybook_app;
