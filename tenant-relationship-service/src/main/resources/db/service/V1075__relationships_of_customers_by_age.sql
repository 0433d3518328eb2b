create index concurrently relationship_of_customer_by_age on relationship (customer_id, established_at, id);
