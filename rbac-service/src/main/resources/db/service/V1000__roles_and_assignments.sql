-- Where roles hold: a tenant's own context (its id is the tenant's) or a relationship's. Every change of a role or an
-- assignment locks its context's row first, so that what it checks is still so when it commits.
create table context (
    id uuid primary key,
    customer_id uuid not null,
    partner_id uuid,
    status text not null,
    permission_ceiling text[],
    -- Of the tenant's or relationship's event it was last told by; 0 before the first one.
    epoch integer not null,
    version bigint not null
);

create table role (
    id uuid primary key,
    customer_id uuid not null,
    relationship_id uuid,
    context_id uuid not null generated always as (coalesce(relationship_id, customer_id)) stored references context (id),
    key text,
    name text not null,
    -- The name without regard to case, as the service folds it: unique in its context, and the order of lists.
    name_key text collate "C" not null,
    description text,
    permissions text[] not null,
    created_at timestamptz not null,
    version bigint not null
);
create unique index role_one_a_name on role (context_id, name_key);
create unique index role_one_a_key on role (context_id, key) where key is not null;

create table assignment (
    id uuid primary key,
    role_id uuid not null references role (id),
    role_version bigint not null,
    customer_id uuid not null,
    relationship_id uuid,
    context_id uuid not null generated always as (coalesce(relationship_id, customer_id)) stored references context (id),
    name text not null,
    name_key text collate "C" not null,
    description text,
    email_notifications boolean not null,
    scope_type text not null,
    room_ids uuid[] not null,
    room_group_ids uuid[] not null,
    starts_at timestamptz,
    ends_at timestamptz,
    created_at timestamptz not null,
    version bigint not null
);
create index assignment_by_context on assignment (context_id, name_key, id);
create index assignment_by_role on assignment (role_id, name_key, id);

create table assignment_member (
    assignment_id uuid not null references assignment (id) on delete cascade,
    tenant_id uuid not null,
    type text not null,
    principal_id text not null,
    -- Said by whoever added the member, never verified; empty when nothing was said.
    display_name text not null,
    primary key (assignment_id, tenant_id, type, principal_id)
);
create index assignment_member_by_principal on assignment_member (tenant_id, type, principal_id, assignment_id);
