-- How risky a business is, by which rules of which tables, and what follows from it.
alter table read.kyb_cases
  add column risk_band text,
  add column risk_score integer,
  add column risk_factors text,
  add column risk_tables text,
  add column officers_needed integer,
  add column owner_basis_points integer,
  add column two_officers_from integer,
  add column assessed_at timestamptz,
  add column seconded_by text,
  add column review_due_at timestamptz;

drop view read.kyb_case_list;
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
grant select on read.kyb_case_list to daybook_app;
