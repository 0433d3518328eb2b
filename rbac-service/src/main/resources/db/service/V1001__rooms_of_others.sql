-- What rooms-service says of rooms, groups and delegations: enough to tell which rooms a scope covers.
create table known_room (
    id uuid primary key,
    tenant_id uuid not null,
    group_ids uuid[] not null,
    active boolean not null,
    epoch integer not null,
    version bigint not null
);
create index known_room_by_group on known_room using gin (group_ids) where active;

create table known_room_group (
    id uuid primary key,
    tenant_id uuid not null,
    active boolean not null,
    epoch integer not null,
    version bigint not null
);

create table known_delegation (
    relationship_id uuid primary key,
    all_rooms boolean not null,
    room_ids uuid[] not null,
    room_group_ids uuid[] not null,
    active boolean not null,
    epoch integer not null,
    version bigint not null
);
