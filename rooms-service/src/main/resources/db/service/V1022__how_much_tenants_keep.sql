-- How many of each kind a tenant keeps. Who adds some holds the row until it commits, so that a limit holds for all at once.
create table kept_count (
    tenant_id uuid not null,
    kind text not null,
    count bigint not null,
    primary key (tenant_id, kind)
);
insert into kept_count (tenant_id, kind, count)
select tenant_id, 'ROOMS', count(*) from room where status = 'ACTIVE' group by tenant_id;
insert into kept_count (tenant_id, kind, count)
select tenant_id, 'ROOMS_EVER', count(*) from room group by tenant_id;
insert into kept_count (tenant_id, kind, count)
select tenant_id, 'ROOM_GROUPS', count(*) from room_group group by tenant_id;
