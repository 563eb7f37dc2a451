create schema security;
grant usage on schema security to daybook_app;

create table security.users (
  id text primary key check (id ~ '^usr_[0-9A-HJKMNP-TV-Z]{26}$'),
  username text not null unique check (username = lower(username)),
  password_hash text not null check (password_hash like '$argon2id$%'),
  roles text[] not null
    check (roles <@ array['BUYER', 'ORGANISER', 'OFFICER', 'AUDITOR', 'ADMIN']),
  organiser_id text,
  created_at timestamptz not null default now()
);

-- One family per sign-in; a refresh token used twice ends its family.
create table security.token_families (
  id text primary key,
  user_id text not null references security.users,
  expires_at timestamptz not null,
  ended_at timestamptz
);

create table security.refresh_tokens (
  token_hash text primary key,
  family_id text not null references security.token_families on delete cascade,
  used_at timestamptz
);

create index token_families_by_user on security.token_families (user_id);
create index refresh_tokens_by_family on security.refresh_tokens (family_id);

grant select, insert, update on security.users to daybook_app;
grant select, insert, update, delete on security.token_families, security.refresh_tokens
  to daybook_app;
grant select, delete on all tables in schema security to daybook_erasure;
grant usage on schema security to daybook_erasure;
