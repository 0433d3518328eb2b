-- The service's user may read and change what is in tables and views, and nothing else. A table on which it has rights already keeps
-- those: a migration that wants to give less gives it itself. Partitions are reached through their table alone.
do $$
declare
    missing regclass;
begin
    -- One process at a time: two that grant at once fail.
    perform pg_advisory_xact_lock(hashtext('keyholder rights'));
    for missing in
        select oid from pg_class
        where relnamespace = current_schema()::regnamespace
            and relkind in ('r', 'p', 'v')
            and not relispartition
            and relname <> 'flyway_schema_history'
            and not has_table_privilege('${service}', oid, 'SELECT')
    loop
        execute format('grant select, insert, update, delete on %s to %I', missing, '${service}');
    end loop;
end;
$$;
