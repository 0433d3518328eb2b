create table tenant_setting (
    tenant_id uuid primary key,
    delegation_guard boolean not null,
    version bigint not null
);
