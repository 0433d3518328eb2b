-- Events that are committed and not yet acknowledged by Kafka, in the order they are sent.
create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    headers jsonb not null,
    payload text not null,
    created_at timestamptz not null default clock_timestamp()
);

-- Aggregates that have ended: after the retention a tombstone is sent for each and the row goes.
create table outbox_ended (
    topic text not null,
    key uuid not null,
    epoch integer not null,
    version bigint not null,
    ended_at timestamptz not null default clock_timestamp(),
    primary key (topic, key)
);
create index outbox_ended_by_time on outbox_ended (ended_at);

-- The epoch in which everything was last published.
create table outbox_epoch (
    only_one boolean primary key default true check (only_one),
    epoch integer not null
);

-- Up to when the tables that consumers fill are known to be complete, for each partition and producer.
create table consumer_watermark (
    topic text not null,
    kafka_partition integer not null,
    source text not null,
    complete_until timestamptz not null,
    primary key (topic, kafka_partition, source)
);

-- Records on topics that decide access which could not be read: what they concern is denied until they are repaired.
create table unreadable_event (
    topic text not null,
    key text not null,
    tenant_id uuid,
    relationship_id uuid,
    reason text not null,
    seen_at timestamptz not null default clock_timestamp(),
    primary key (topic, key)
);
