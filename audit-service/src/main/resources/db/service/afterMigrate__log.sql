-- The log is added to and read, never changed. It is stored by way of a table of the session.
do $$
begin
    perform pg_advisory_xact_lock(hashtext('keyholder rights'));
    execute format('revoke all on audit_entry from %I', '${service}');
    execute format('grant select, insert on audit_entry to %I', '${service}');
    execute format('grant temporary on database %I to %I', current_database(), '${service}');
end;
$$;
