-- Parties of KYB cases, their hits, and the lists that are searched.
alter table read.kyb_cases
  add column screening_policy text,
  add column screened_lists text,
  add column screened_at timestamptz,
  add column screening_position bigint,
  add column suspended boolean not null default false;

create table read.kyb_parties (
  party_id text primary key,
  kyb_case_id text not null,
  revision integer not null,
  kind text not null,
  roles text not null,
  name text not null,
  birth_date text not null,
  country text not null,
  is_present boolean not null,
  named_at timestamptz not null,
  created_position bigint not null,
  position bigint not null
);
create index kyb_parties_by_case on read.kyb_parties (kyb_case_id, created_position);

create table read.kyb_hits (
  hit_id text primary key,
  kyb_case_id text not null,
  party_id text not null,
  revision integer not null,
  watchlist text not null,
  version integer not null,
  entry text not null,
  score integer not null,
  listed_name text not null,
  explanation text not null,
  state text not null,
  officer text,
  ground text,
  reason text,
  found_at timestamptz not null,
  decided_at timestamptz,
  -- The screening that found it last; a hit counts while that is the case's last one.
  seen_position bigint,
  created_position bigint not null,
  position bigint not null
);
create index kyb_hits_by_case on read.kyb_hits (kyb_case_id, created_position);
create index kyb_hits_to_decide on read.kyb_hits (created_position)
  where state in ('OPEN', 'DISMISSAL_PROPOSED');

create view read.kyb_case_list as
  select c.*, h.open_hits, h.confirmed_hits
  from read.kyb_cases c
  cross join lateral (
    select
      count(*) filter (where state in ('OPEN', 'DISMISSAL_PROPOSED'))::integer as open_hits,
      count(*) filter (where state = 'CONFIRMED')::integer as confirmed_hits
    from read.kyb_hits
    where kyb_case_id = c.kyb_case_id and seen_position = c.screening_position
  ) h;

create table read.watchlists (
  watchlist_id text primary key,
  name text not null,
  active_version integer,
  rescreened_cases integer,
  changed_cases integer,
  created_position bigint not null,
  position bigint not null
);

create table read.watchlist_versions (
  watchlist_id text not null,
  version_key text not null,
  version integer not null,
  source text not null,
  format text not null,
  sha256 text not null,
  size_bytes bigint not null,
  entities integer not null,
  names integer not null,
  compared_with integer not null,
  added integer not null,
  removed integer not null,
  changed integer not null,
  loaded_by text not null,
  loaded_at timestamptz not null,
  activated_by text,
  activated_at timestamptz,
  created_position bigint not null,
  position bigint not null,
  primary key (watchlist_id, version_key)
);

grant select, insert, update, delete on read.kyb_parties, read.kyb_hits, read.watchlists,
  read.watchlist_versions to daybook_app;
grant truncate on read.kyb_parties, read.kyb_hits, read.watchlists, read.watchlist_versions
  to daybook_app;
grant select on read.kyb_case_list to daybook_app;

-- Parties of cases that were opened before are read from the journal, as all else.
do $$
begin
  truncate read.kyb_cases, read.kyb_documents, read.kyb_history;
  delete from read.positions where projection = 'cases';
  if to_regclass('bridge.token_entry') is not null then
    delete from bridge.token_entry where processorname = 'cases';
  end if;
end
$$;
