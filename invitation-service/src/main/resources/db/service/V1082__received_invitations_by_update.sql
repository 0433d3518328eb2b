create index concurrently invitation_received_by_update on invitation (partner_id, updated_at);
