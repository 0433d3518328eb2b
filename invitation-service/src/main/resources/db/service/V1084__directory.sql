-- Of rooms and groups platform/directory keeps what others tell. Here its tables are views on the table that 0.1.0 reads and writes: the
-- two run at once in a rollout, and 0.1.0 may come back. A later release makes tables of them.
create view known_room as
    select kind, id, tenant_id, group_ids, active, epoch, version from known_object where kind = 'ROOM';
alter view known_room alter column kind set default 'ROOM';

create view known_room_group as
    select kind, id, tenant_id, active, epoch, version from known_object where kind = 'ROOM_GROUP';
alter view known_room_group alter column kind set default 'ROOM_GROUP';

-- 0.1.0 counts a room's groups only as of the state that they were kept with.
create function keep_groups_version() returns trigger language plpgsql as $$
begin
    new.groups_epoch := new.epoch;
    new.groups_version := new.version;
    return new;
end
$$;
create trigger known_object_groups before insert or update on known_object for each row execute function keep_groups_version();
