create index concurrently invitation_sent_by_update on invitation (customer_id, updated_at);
