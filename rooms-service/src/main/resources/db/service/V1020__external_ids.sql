-- What a tenant's own systems call a room.
alter table room add column external_id text;
