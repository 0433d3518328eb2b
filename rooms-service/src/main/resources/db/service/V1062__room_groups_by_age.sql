create index concurrently room_group_by_age on room_group (tenant_id, created_at, id);
