-- The processes that fill tables from the topics, each as long as it keeps saying that it is there.
create table consumer_member (
    instance uuid primary key,
    expires_at timestamptz not null
);

-- Which of them reads the partitions of this number, of each topic.
create table consumer_share (
    number integer primary key,
    holder uuid references consumer_member on delete set null
);
insert into consumer_share (number) select generate_series(0, 5);
