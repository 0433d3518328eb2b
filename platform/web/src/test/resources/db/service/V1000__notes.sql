create table note (
    id uuid primary key,
    tenant_id uuid not null,
    name text not null,
    seats integer,
    version bigint not null,
    unique (tenant_id, name)
);
