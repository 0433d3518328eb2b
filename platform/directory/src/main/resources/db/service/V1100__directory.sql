-- rbac-service has these since its first migration; what is there stays.
do $$ begin
    if to_regclass('known_room') is null then
        create table known_room (
            id uuid primary key,
            tenant_id uuid not null,
            group_ids uuid[] not null,
            active boolean not null,
            epoch integer not null,
            version bigint not null
        );
        create index known_room_by_group on known_room using gin (group_ids) where active;
        create index known_room_by_tenant on known_room (tenant_id, id) where active;
    end if;
    if to_regclass('known_room_group') is null then
        create table known_room_group (
            id uuid primary key,
            tenant_id uuid not null,
            active boolean not null,
            epoch integer not null,
            version bigint not null
        );
    end if;
    if to_regclass('known_delegation') is null then
        create table known_delegation (
            relationship_id uuid primary key,
            all_rooms boolean not null,
            room_ids uuid[] not null,
            room_group_ids uuid[] not null,
            active boolean not null,
            epoch integer not null,
            version bigint not null
        );
    end if;
end $$;
