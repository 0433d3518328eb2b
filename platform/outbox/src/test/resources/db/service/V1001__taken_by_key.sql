-- As services are told to make the index of a large table.
create index concurrently taken_by_key on taken (key);
