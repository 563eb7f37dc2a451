-- A rebuild empties whole tables, which takes no time and leaves nothing to clean up.
do $$
declare
  t record;
begin
  for t in select tablename from pg_tables where schemaname = 'read' and tablename <> 'positions'
  loop
    execute format('grant truncate on read.%I to daybook_app', t.tablename);
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
declare
  t record;
begin
  for t in
    select tablename from pg_tables
    where schemaname = 'read' and tablename <> 'positions' order by tablename collate "C"
  loop
    read_model := t.tablename;
    execute format(
      'select count(*),
         coalesce(sum((''x'' || left(h, 16))::bit(64)::bigint::numeric), 0)::text || ''/'' ||
         coalesce(sum((''x'' || right(h, 16))::bit(64)::bigint::numeric), 0)::text
       from (select md5(r::text) as h from read.%I r) hashes', t.tablename)
      into row_count, checksum;
    return next;
  end loop;
end
$$;
grant execute on function read.checksums() to daybook_app;
