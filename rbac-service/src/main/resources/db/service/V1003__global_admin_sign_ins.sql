-- Without a Global admin, the last managed service administrator of a tenant cannot be removed.
create table global_admin_sign_in (
    tenant_id uuid primary key,
    seen_at timestamptz not null
);
