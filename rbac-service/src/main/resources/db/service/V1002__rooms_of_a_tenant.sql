-- Previews count a tenant's rooms.
create index known_room_by_tenant on known_room (tenant_id, id) where active;
