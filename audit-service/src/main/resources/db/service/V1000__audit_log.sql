-- The audit log, partitioned by month. The service makes the months ahead and drops those past the retention.
create table audit_entry (
    id uuid not null,
    time timestamptz not null,
    -- In whose log it stands; without one nobody is shown it.
    tenant_id uuid,
    user_tenant_id uuid,
    relationship_id uuid,
    count integer not null,
    category text not null,
    operation text not null,
    result text not null,
    user_id text not null,
    object_id text,
    object_name text not null,
    reason text,
    -- An entry that is delivered again has the same time, so that this keeps it single.
    primary key (id, time)
) partition by range (time);

-- What lies outside the months that were made: nothing is ever refused for its time.
create table audit_entry_default partition of audit_entry default;

-- A log is read newest first, as a whole or by who did something or what it was about.
create index audit_entry_by_time on audit_entry (tenant_id, time desc, id desc);
create index audit_entry_by_user on audit_entry (tenant_id, user_id, time desc, id desc);
create index audit_entry_by_user_tenant on audit_entry (tenant_id, user_tenant_id, time desc, id desc);
create index audit_entry_by_category on audit_entry (tenant_id, category, time desc, id desc);
