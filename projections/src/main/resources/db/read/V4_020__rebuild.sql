-- The tables that the journal's events alone fill.
create function read.read_models() returns setof name language sql stable as $$
  select tablename from pg_tables
  where schemaname = 'read' and tablename not in ('positions', 'archived_shows')
  order by tablename collate "C"
$$;

-- A rebuild empties whole tables, which takes no time and leaves nothing to clean up.
do $$
declare
  t name;
begin
  for t in select read.read_models() loop
    execute format('grant truncate on read.%I to daybook_app', t);
  end loop;
end
$$;

-- One line for each read model: how many rows it has, and a sum that no order of the rows changes
-- and that differs as soon as any value does. Two databases are compared at the same position.
create function read.checksums()
  returns table (read_model text, row_count bigint, checksum text)
  language plpgsql stable
  set timezone = 'UTC' set datestyle = 'ISO' set intervalstyle = 'postgres'
as $$
begin
  for read_model in select read.read_models() loop
    execute format(
      'select count(*),
         coalesce(sum((''x'' || left(h, 16))::bit(64)::bigint::numeric), 0)::text || ''/'' ||
         coalesce(sum((''x'' || right(h, 16))::bit(64)::bigint::numeric), 0)::text
       from (select md5(r::text) as h from read.%I r) hashes', read_model)
      into row_count, checksum;
    return next;
  end loop;
end
$$;
grant execute on function read.read_models() to daybook_app;
grant execute on function read.checksums() to daybook_app;
