create index concurrently assignment_by_update on assignment (context_id, updated_at);
