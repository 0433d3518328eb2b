-- What a request says, beside the bytes in which it said it: the same JSON in another order is the same request.
-- Null with keys of a former version, which compares the bytes.
alter table idempotency_key add column meaning_hash bytea;
