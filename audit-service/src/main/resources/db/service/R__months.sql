-- The log's months are made and dropped by its owner: these functions are all that the service's user can do to them. Applied
-- anew when the retention changes.

-- What came before its month was made lies outside, and would forbid that it is attached.
create or replace function make_audit_month(month date) returns void
    language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
    partition text := 'audit_entry_' || to_char(month, 'YYYY_MM');
    next_month date := month + interval '1 month';
begin
    -- Another range under a month's name would keep that month from being made.
    if month <> date_trunc('month', month) or month > now() + interval '1 year' then
        raise exception 'The log has no month that begins on %', month using errcode = 'insufficient_privilege';
    end if;
    execute format('create table %I (like audit_entry including all)', partition);
    execute format(
        'with moved as (delete from audit_entry_default where time >= %2$L and time < %3$L returning *) '
        'insert into %1$I select * from moved',
        partition, month, next_month);
    execute format('alter table audit_entry attach partition %I for values from (%L) to (%L)', partition, month, next_month);
end;
$$;

-- Nothing within the retention goes, whoever asks.
create or replace function drop_audit_month(month date) returns void
    language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
begin
    if month + interval '1 month' > now() - interval '${retention}' then
        raise exception 'The month % is within the retention of the log', to_char(month, 'YYYY-MM')
            using errcode = 'insufficient_privilege';
    end if;
    execute format('drop table if exists %I', 'audit_entry_' || to_char(month, 'YYYY_MM'));
end;
$$;

create or replace function forget_audit_entries_outside(earlier_than timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
    delete from audit_entry_default where time < least(earlier_than, now() - interval '${retention}');
$$;
