create index concurrently relationship_of_partner_by_age on relationship (partner_id, established_at, id);
