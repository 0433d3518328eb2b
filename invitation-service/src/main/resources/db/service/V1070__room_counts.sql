-- How much was offered, counted when it was sent. Null: not counted, as a former version sends it.
alter table invitation add column room_count bigint;
alter table invitation add column room_group_count bigint;

-- Whether the platform itself cancelled it.
alter table invitation add column decided_by_platform boolean not null default false;

-- In which groups a room is, as of which of its states. A former version raises the state alone: then it is not known.
alter table known_object add column group_ids uuid[];
alter table known_object add column groups_epoch integer;
alter table known_object add column groups_version bigint;

-- Which rooms the groups hold that were named before is not known here, so those invitations stay without counts.
update invitation set room_count = cardinality(room_ids), room_group_count = 0
where scope_type = 'SELECTED' and cardinality(room_group_ids) = 0;

update invitation set room_count = has.rooms, room_group_count = has.room_groups
from (
    select customer_id,
        (select count(*) from known_object o where o.active and o.tenant_id = c.customer_id and o.kind = 'ROOM') as rooms,
        (select count(*) from known_object o where o.active and o.tenant_id = c.customer_id and o.kind = 'ROOM_GROUP') as room_groups
    from (select distinct customer_id from invitation where scope_type = 'ALL') c
) has
where scope_type = 'ALL' and invitation.customer_id = has.customer_id;
