create index concurrently room_by_update on room (tenant_id, updated_at);
