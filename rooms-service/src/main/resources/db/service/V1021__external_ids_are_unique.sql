-- Of managed rooms alone: what is enrolled anew after it was unenrolled is another room under the same id.
create unique index concurrently room_by_external_id on room (tenant_id, external_id)
    where status = 'ACTIVE' and external_id is not null;
