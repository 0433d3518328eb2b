create index concurrently tenant_by_age on tenant (created_at, id);
