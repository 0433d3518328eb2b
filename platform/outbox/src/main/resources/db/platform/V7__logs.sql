-- Which log each of our topics is, on which everything has been published. A topic that was deleted and made anew, or is at
-- another Kafka, is another log.
create table outbox_log (
    topic text primary key,
    log text not null
);

-- How far we have come on each partition of it: a log that ends before has lost what it had acknowledged.
create table outbox_progress (
    topic text not null,
    kafka_partition integer not null,
    last_offset bigint not null,
    last_id bigint not null,
    primary key (topic, kafka_partition)
);

-- Entries of the audit log that Kafka has acknowledged, and where; and that audit-service is not known to have stored. Should
-- the log be lost, they are sent again.
create table outbox_unconfirmed (
    id bigint primary key,
    topic text not null,
    key text not null,
    headers jsonb not null,
    payload text not null,
    created_at timestamptz not null,
    kafka_partition integer not null,
    kafka_offset bigint not null
);

-- The database that a relay has compared with our topics. A restored one, a standby that took over, and one that was made
-- anew are others until a relay has compared them: no change is taken before that.
alter table outbox_epoch add column verified text;

create function outbox_fingerprint() returns text stable language sql as $$
    select extract(epoch from pg_postmaster_start_time()) || '/' || 'outbox'::regclass::oid
        || '/' || (select oid from pg_database where datname = current_database())
$$;

-- How far the tables that consumers fill have come on each partition, stored with what filled them: a database that was
-- restored goes on from where it is, whatever Kafka believes its group to have read.
create table consumer_progress (
    topic text not null,
    kafka_partition integer not null,
    next_offset bigint not null,
    primary key (topic, kafka_partition)
);

-- Which log and which epoch the last watermark of a producer named.
alter table consumer_watermark
    add column log text not null default '',
    add column epoch integer not null default 0;
