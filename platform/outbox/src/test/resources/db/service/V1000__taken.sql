-- What the tests' handler was handed, in its transactions.
create table taken (
    place bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    sequence text not null
);
create table latest (
    topic text not null,
    key text not null,
    epoch integer not null,
    version bigint not null,
    applied integer not null default 1,
    primary key (topic, key)
);
