create table room (
    id uuid primary key,
    tenant_id uuid not null,
    name text not null,
    -- The order of lists: without regard to case, the same in every locale.
    name_key text collate "C" generated always as (lower(name)) stored,
    country text not null,
    state text,
    city text,
    building text,
    floor text,
    capacity integer,
    status text not null,
    created_at timestamptz not null,
    version bigint not null
);
-- One for each order of the list, so that a page costs as much as its rows, however many rooms there are.
create index room_by_name on room (tenant_id, status, name_key, id);
create index room_by_age on room (tenant_id, status, created_at, id);
create index room_by_country_and_name on room (tenant_id, status, country, name_key, id);
create index room_by_country_and_age on room (tenant_id, status, country, created_at, id);

create table room_group (
    id uuid primary key,
    tenant_id uuid not null,
    name text not null,
    name_key text collate "C" generated always as (lower(name)) stored,
    description text,
    -- How many rooms it holds, roughly: tells which of several groups is the short way to their common rooms.
    room_count bigint not null default 0,
    version bigint not null
);
create unique index room_group_by_name on room_group (tenant_id, name_key);

-- What a list orders and filters by is repeated here, so that a page of a large group is read from one index as well.
create table room_group_member (
    room_id uuid not null references room (id),
    group_id uuid not null references room_group (id) on delete cascade,
    status text not null,
    name_key text collate "C" not null,
    created_at timestamptz not null,
    primary key (room_id, group_id)
);
create index room_group_member_by_name on room_group_member (group_id, status, name_key, room_id);
create index room_group_member_by_age on room_group_member (group_id, status, created_at, room_id);

create table delegation (
    relationship_id uuid primary key,
    customer_id uuid not null,
    partner_id uuid not null,
    covers_all boolean not null,
    room_ids uuid[] not null,
    room_group_ids uuid[] not null,
    status text not null,
    version bigint not null
);
create index delegation_by_group on delegation using gin (room_group_ids) where status = 'ACTIVE';

-- Up to which state other services' aggregates have been taken in.
create table taken_state (
    topic text not null,
    id uuid not null,
    epoch integer not null,
    version bigint not null,
    primary key (topic, id)
);
