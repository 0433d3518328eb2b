-- Ids are of version 7: they tell when what had no time of its own was created.
alter table room add column updated_at timestamptz not null default now();
alter table room_group add column created_at timestamptz not null default now();
alter table room_group add column updated_at timestamptz not null default now();
alter table delegation add column created_at timestamptz not null default now();
alter table delegation add column updated_at timestamptz not null default now();
alter table tenant_setting add column updated_at timestamptz;

update room_group set created_at = coalesce(uuid_extract_timestamp(id), created_at);
update delegation set created_at = coalesce(uuid_extract_timestamp(relationship_id), created_at);

-- A version before this one does not say when it changes something.
create function keep_updated_at() returns trigger language plpgsql as $$
begin
    if new.version <> old.version and new.updated_at = old.updated_at then
        new.updated_at := now();
    end if;
    return new;
end
$$;
create trigger room_updated_at before update on room for each row execute function keep_updated_at();
create trigger room_group_updated_at before update on room_group for each row execute function keep_updated_at();
create trigger delegation_updated_at before update on delegation for each row execute function keep_updated_at();
