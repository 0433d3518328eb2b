-- Events that Kafka refused for their own sake: too large for the broker, say. They are kept and counted, and hold up nobody.
create table outbox_refused (
    id bigint primary key,
    topic text not null,
    key text not null,
    headers jsonb not null,
    payload text not null,
    created_at timestamptz not null,
    reason text not null,
    refused_at timestamptz not null default clock_timestamp()
);

-- Refused changes of the minute: how many there were of each kind, and the last of those that got no entry of their own.
-- Each refusal adds to two rows: one of its kind, and one, of the kind '', of all that its tenant was refused at that other's.
create table refusal_tally (
    minute timestamptz not null,
    -- Whose users were refused; for operators, who belong to no tenant, all zeros.
    acting_tenant uuid not null,
    acted_on uuid not null,
    kind text not null,
    seen integer not null,
    beyond integer not null,
    entry text,
    primary key (minute, acting_tenant, acted_on, kind)
);
