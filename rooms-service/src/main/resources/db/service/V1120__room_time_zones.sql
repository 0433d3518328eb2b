-- Where the clock on a room's wall is set: an IANA time zone.
alter table room add column time_zone text;
