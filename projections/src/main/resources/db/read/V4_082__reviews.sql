-- The review of an approved business that is open.
alter table read.kyb_cases
  add column review_opened_at timestamptz,
  add column review_proposed_by text;

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
