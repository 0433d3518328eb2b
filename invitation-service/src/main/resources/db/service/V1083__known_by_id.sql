create unique index concurrently known_object_by_id on known_object (id);
