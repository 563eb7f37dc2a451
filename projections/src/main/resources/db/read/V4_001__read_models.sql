-- What the events add up to. Every row can be rebuilt from the journal.
--
-- A row is fed by the events of one aggregate; its column "position" is the journal index of the
-- last one that it holds, so an event that is delivered again changes nothing. "created_position"
-- is the index of its first one: unique, never changed, the key of lists and their cursors.
create schema read;

create table read.positions (
  projection text primary key,
  position bigint not null,
  event_time_ms bigint not null,
  updated_at timestamptz not null default now()
);

create table read.accounts (
  book_id text not null,
  account_id text not null,
  kind text not null,
  currency text not null,
  normal_side text not null,
  -- Turnover only grows, so it may pass what one balance can hold.
  debits_minor numeric(38) not null default 0,
  credits_minor numeric(38) not null default 0,
  balance_minor numeric(38) not null generated always as (
    case normal_side
      when 'DEBIT' then debits_minor - credits_minor
      else credits_minor - debits_minor
    end) stored,
  opened_at timestamptz not null,
  created_position bigint not null,
  primary key (book_id, account_id)
);
create index accounts_by_creation on read.accounts (book_id, created_position);

create table read.entries (
  book_id text not null,
  entry_id text not null,
  memo text not null,
  reference text not null,
  posted_at timestamptz not null,
  reverses text,
  reversed_by text,
  created_position bigint not null,
  primary key (book_id, entry_id)
);
create index entries_by_creation on read.entries (book_id, created_position);
create index entries_by_reference on read.entries (reference, created_position);

create table read.postings (
  book_id text not null,
  entry_id text not null,
  line integer not null,
  account_id text not null,
  side text not null,
  currency text not null,
  amount_minor bigint not null,
  balance_after_minor numeric(38) not null,
  created_position bigint not null,
  -- One number for the order of lines: an entry has at most 1,000 of them.
  ordinal bigint not null generated always as (created_position * 1024 + line) stored,
  primary key (book_id, entry_id, line)
);
create index postings_by_account on read.postings (book_id, account_id, ordinal);

create table read.shows (
  show_id text primary key,
  organiser_id text not null,
  title text not null,
  starts_at timestamptz not null,
  state text not null,
  clearance text,
  created_at timestamptz not null,
  published_at timestamptz,
  published_position bigint,
  created_position bigint not null,
  position bigint not null
);
create index shows_by_organiser on read.shows (organiser_id, created_position);
create index shows_by_publication on read.shows (published_position)
  where published_position is not null;

create table read.ticket_types (
  show_id text not null,
  ticket_type_id text not null,
  line integer not null,
  name text not null,
  price_minor bigint not null,
  currency text not null,
  capacity integer not null,
  primary key (show_id, ticket_type_id)
);

create table read.pools (
  pool_id text primary key,
  show_id text not null,
  ticket_type_id text not null,
  organiser_id text not null,
  price_minor bigint not null,
  currency text not null,
  capacity integer not null,
  held integer not null default 0,
  sold integer not null default 0,
  created_position bigint not null,
  position bigint not null
);
create index pools_by_show on read.pools (show_id, ticket_type_id, created_position);

create table read.holds (
  hold_id text primary key,
  pool_id text not null,
  show_id text not null,
  ticket_type_id text not null,
  organiser_id text not null,
  buyer_id text not null,
  seats integer[] not null,
  unit_price_minor bigint not null,
  currency text not null,
  expires_at timestamptz not null,
  state text not null,
  order_id text,
  created_at timestamptz not null,
  created_position bigint not null,
  position bigint not null
);
create index holds_by_end on read.holds (expires_at) where state = 'HELD';

create table read.orders (
  order_id text primary key,
  buyer_id text not null,
  organiser_id text not null,
  show_id text not null,
  ticket_type_id text not null,
  pool_id text not null,
  hold_id text not null,
  quantity integer not null,
  unit_price_minor bigint not null,
  total_minor bigint not null,
  fee_minor bigint not null,
  currency text not null,
  seats integer[] not null default '{}',
  state text not null,
  late boolean not null default false,
  payment_id text,
  refund_id text,
  reason text,
  placed_at timestamptz not null,
  payment_started_at timestamptz,
  paid_at timestamptz,
  fulfilled_at timestamptz,
  ended_at timestamptz,
  refund_requested_at timestamptz,
  refunded_at timestamptz,
  updated_at timestamptz not null,
  created_position bigint not null,
  position bigint not null
);
create index orders_by_buyer on read.orders (buyer_id, created_position);
create index orders_by_organiser on read.orders (organiser_id, created_position);
create index orders_under_way on read.orders (state, updated_at)
  where state in ('PAYMENT_PENDING', 'PAID', 'PAID_LATE', 'REFUND_REQUESTED');

create table read.tickets (
  ticket_id text primary key,
  order_id text not null,
  show_id text not null,
  ticket_type_id text not null,
  holder_id text not null,
  serial integer not null,
  state text not null,
  reason text,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  created_position bigint not null,
  position bigint not null
);
create index tickets_by_order on read.tickets (order_id, created_position);
create index tickets_by_holder on read.tickets (holder_id, created_position);

create table read.payments (
  payment_id text primary key,
  reference text not null,
  amount_minor bigint not null,
  currency text not null,
  method text not null,
  state text not null,
  reason text,
  requested_at timestamptz not null,
  authorised_at timestamptz,
  captured_at timestamptz,
  failed_at timestamptz,
  refunded_at timestamptz,
  created_position bigint not null,
  position bigint not null
);
create index payments_by_reference on read.payments (reference, created_position);

create table read.refunds (
  refund_id text primary key,
  payment_id text not null,
  reference text not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  requested_at timestamptz not null,
  refunded_at timestamptz,
  created_position bigint not null,
  position bigint not null
);
create index refunds_by_payment on read.refunds (payment_id, created_position);
create index refunds_by_reference on read.refunds (reference, created_position);

create table read.payouts (
  payout_id text primary key,
  organiser_id text not null,
  amount_minor bigint not null,
  currency text not null,
  requested_by text not null,
  clearance text not null,
  state text not null,
  reason text,
  requested_at timestamptz not null,
  ended_at timestamptz,
  created_position bigint not null,
  position bigint not null
);
create index payouts_by_organiser on read.payouts (organiser_id, created_position);

create table read.kyb_cases (
  kyb_case_id text primary key,
  organiser_id text not null,
  applicant_id text not null,
  legal_name text not null,
  registration_number text not null,
  country text not null,
  activity text not null,
  state text not null,
  documents_intact boolean,
  proposed_by text,
  approved_by text,
  rejected_by text,
  reason text,
  opened_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  created_position bigint not null,
  position bigint not null
);
create index kyb_cases_by_state on read.kyb_cases (state, created_position);
create index kyb_cases_by_applicant on read.kyb_cases (applicant_id, created_position);
create index kyb_cases_by_organiser on read.kyb_cases (organiser_id, created_position);

create table read.kyb_documents (
  kyb_case_id text not null,
  document_id text not null,
  kind text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  attached_at timestamptz not null,
  created_position bigint not null,
  primary key (kyb_case_id, document_id)
);

create table read.kyb_history (
  kyb_case_id text not null,
  position bigint not null,
  occurred_at timestamptz not null,
  what text not null,
  who text,
  reason text,
  primary key (kyb_case_id, position)
);

create table read.activity (
  position bigint primary key,
  event_id text not null,
  aggregate_type text,
  aggregate_id text,
  aggregate_sequence bigint,
  event_type text not null,
  occurred_at timestamptz not null,
  actor text
);
create index activity_by_aggregate on read.activity (aggregate_id, position);
create index activity_by_actor on read.activity (actor, position);
create index activity_by_type on read.activity (event_type, position);

grant usage on schema read to daybook_app;
grant select, insert, update, delete on all tables in schema read to daybook_app;
