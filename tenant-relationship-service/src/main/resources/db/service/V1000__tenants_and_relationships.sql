create table tenant (
    id uuid primary key,
    name text not null,
    -- The order of lists: without regard to case, the same in every locale.
    name_key text collate "C" generated always as (lower(name)) stored,
    partner_eligible boolean not null,
    status text not null,
    created_at timestamptz not null,
    version bigint not null
);
create index tenant_by_name on tenant (name_key, id);

create table tenant_domain (
    domain text primary key,
    tenant_id uuid not null references tenant (id) on delete cascade
);
create index tenant_domain_by_tenant on tenant_domain (tenant_id);

create table tenant_issuer (
    tenant_id uuid not null references tenant (id) on delete cascade,
    issuer text not null,
    shared boolean not null,
    primary key (tenant_id, issuer)
);
create index tenant_issuer_by_issuer on tenant_issuer (issuer);

create table relationship (
    id uuid primary key,
    customer_id uuid not null,
    partner_id uuid not null,
    status text not null,
    invitation_id uuid not null unique,
    permission_ceiling text[],
    established_at timestamptz not null,
    suspended_at timestamptz,
    terminated_at timestamptz,
    version bigint not null
);
-- The invitation's own index already keeps a second one away; this says so where the relationship lives.
create unique index relationship_one_a_pair on relationship (customer_id, partner_id) where status <> 'TERMINATED';
create index relationship_by_partner on relationship (partner_id, id);
create index relationship_by_customer on relationship (customer_id, id);

-- Who has invited whom and waits for an answer: a partner sees the names of the customers that invite it.
create table inviter (
    invitation_id uuid primary key,
    customer_id uuid not null,
    partner_id uuid not null,
    expires_at timestamptz not null,
    pending boolean not null,
    epoch integer not null,
    version bigint not null
);
create index inviter_by_partner on inviter (partner_id) where pending;
