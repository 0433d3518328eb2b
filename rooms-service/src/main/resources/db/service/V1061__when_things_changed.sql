-- Ids are of version 7: they tell when what had no time of its own was created.
alter table room add column updated_at timestamptz not null default now();
alter table room_group add column created_at timestamptz not null default now();
alter table room_group add column updated_at timestamptz not null default now();
alter table delegation add column created_at timestamptz not null default now();
alter table delegation add column updated_at timestamptz not null default now();
alter table tenant_setting add column updated_at timestamptz;

update room_group set created_at = coalesce(uuid_extract_timestamp(id), created_at);
update delegation set created_at = coalesce(uuid_extract_timestamp(relationship_id), created_at);

create index room_group_by_age on room_group (tenant_id, created_at, id);
create index room_by_update on room (tenant_id, updated_at);
