create index concurrently assignment_by_age on assignment (context_id, created_at, id);
