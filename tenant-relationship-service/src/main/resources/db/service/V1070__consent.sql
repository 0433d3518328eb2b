-- Whether a Global admin of the tenant was ever seen. Nobody kept that before, so it is taken for yes where there could be one:
-- what is unknown is never taken for none.
create table global_admin_sign_in (
    tenant_id uuid primary key,
    first_seen_at timestamptz not null
);

insert into global_admin_sign_in (tenant_id, first_seen_at)
select distinct tenant_id, now() from tenant_issuer;

-- What operators want of tenants whose Global admins have to agree, and what became of it.
create table tenant_change (
    id uuid primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    -- As JSON: what is added and removed never changes, and is only read as a whole.
    additions text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    expires_at timestamptz not null,
    status text not null,
    decided_at timestamptz,
    decided_by text,
    reason text,
    version bigint not null
);

create index tenant_change_by_tenant on tenant_change (tenant_id, requested_at desc, id desc);
