-- The first answer to each Idempotency-Key, stored with the change it answers.
create table idempotency_key (
    id bytea primary key,
    body_hash bytea not null,
    status integer not null,
    headers jsonb not null,
    body bytea,
    answered_at timestamptz not null default clock_timestamp()
);
create index idempotency_key_by_time on idempotency_key (answered_at);
