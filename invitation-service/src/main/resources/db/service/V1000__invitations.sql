create table invitation (
    id uuid primary key,
    customer_id uuid not null,
    partner_id uuid not null,
    partner_domain text not null,
    expires_in_days integer not null,
    scope_type text not null,
    room_ids uuid[] not null,
    room_group_ids uuid[] not null,
    permission_ceiling text[],
    message text,
    created_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    status text not null,
    decided_at timestamptz,
    decided_by text,
    reason text,
    relationship_id uuid,
    primary_admin_role_id uuid,
    assignment_id uuid,
    -- Whether the relationship that came of it has ended, so that the customer may invite the partner anew.
    released boolean not null default false,
    version bigint not null
);
-- One pending invitation or relationship for each customer and partner: an acceptance meets no other further on.
create unique index invitation_holds_pair on invitation (customer_id, partner_id)
    where status in ('PENDING', 'ACCEPTED') and not released;
create index invitation_sent on invitation (customer_id, created_at desc, id desc);
create index invitation_received on invitation (partner_id, created_at desc, id desc);
create index invitation_overdue on invitation (expires_at) where status = 'PENDING';
create unique index invitation_of_relationship on invitation (relationship_id) where relationship_id is not null;

create table invitation_primary_admin (
    invitation_id uuid not null references invitation (id) on delete cascade,
    position integer not null,
    type text not null,
    principal_id text not null,
    primary key (invitation_id, position)
);

-- The last state heard of each relationship.
create table known_relationship (
    id uuid primary key,
    epoch integer not null,
    version bigint not null
);

-- Whose each room and room group is. One that is gone stays here as such, so that a late event does not revive it.
create table known_object (
    kind text not null,
    id uuid not null,
    tenant_id uuid not null,
    active boolean not null,
    epoch integer not null,
    version bigint not null,
    primary key (kind, id)
);
create index known_object_by_tenant on known_object (tenant_id, kind) where active;
