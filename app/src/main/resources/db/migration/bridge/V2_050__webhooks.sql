-- Who is told of business facts, as the journal has it.
create table bridge.webhooks (
  webhook_id text primary key,
  url text not null,
  types text[] not null,
  state text not null check (state in ('ENABLED', 'DISABLED')),
  cause text,
  registered_at timestamptz not null,
  created_position bigint not null,
  position bigint not null,
  -- How far the journal was looked through for it.
  queued_position bigint not null
);
create unique index webhooks_by_creation on bridge.webhooks (created_position);

-- What its messages are signed with, sealed; the one before the newest is good for a while.
create table bridge.webhook_secrets (
  webhook_id text not null,
  secret_id text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  ends_at timestamptz,
  primary key (webhook_id, secret_id)
);

-- One row for each message, named by the fact's position: what is owed, and the log of what was.
create table bridge.webhook_deliveries (
  webhook_id text not null references bridge.webhooks,
  position bigint not null,
  message_id text not null,
  resource text not null,
  event_type text not null,
  state text not null check (state in ('PENDING', 'DELIVERED', 'FAILED')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  claimed_until timestamptz,
  attempted_at timestamptz,
  delivered_at timestamptz,
  status integer,
  error text,
  primary key (webhook_id, position)
);
create index webhook_deliveries_waiting on bridge.webhook_deliveries (webhook_id, resource, position)
  where state = 'PENDING';
create index webhook_deliveries_ended on bridge.webhook_deliveries (attempted_at)
  where state <> 'PENDING';

grant select, insert, update on bridge.webhooks, bridge.webhook_secrets to daybook_app;
grant delete on bridge.webhook_secrets to daybook_app;
grant select, insert, update, delete on bridge.webhook_deliveries to daybook_app;
