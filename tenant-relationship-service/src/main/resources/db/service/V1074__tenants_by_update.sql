create index concurrently tenant_by_update on tenant (updated_at);
