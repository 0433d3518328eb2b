-- Names are folded by the service now: NFKC and Unicode case folding, where the database knew lower() alone. What is there, and what
-- a version before this one still writes, is folded here, as far as SQL can.
create function name_key_of(name text) returns text language sql immutable parallel safe as $$
    select btrim(regexp_replace(
        regexp_replace(
            normalize(casefold(normalize(name, NFKC) collate "pg_unicode_fast"), NFKC),
            '[\u00AD\u034F\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F\uFEFF]', '', 'g'),
        '\s+', ' ', 'g'))
$$;

create function keep_name_key() returns trigger language plpgsql as $$
begin
    if new.name_key is null
            or (tg_op = 'UPDATE' and new.name <> old.name and new.name_key = old.name_key) then
        new.name_key := name_key_of(new.name);
    end if;
    return new;
end
$$;

alter table room alter column name_key drop expression;
update room set name_key = name_key_of(name) where name_key <> name_key_of(name);
update room_group_member m set name_key = r.name_key from room r where r.id = m.room_id and m.name_key <> r.name_key;
create trigger room_name_key before insert or update on room for each row execute function keep_name_key();

-- Two groups of one name, as it is folded now: the later one gets a mark by which its owner knows it.
update room_group g set name = g.name || ' (' || right(g.id::text, 12) || ')' where exists (
    select 1 from room_group earlier
    where earlier.tenant_id = g.tenant_id and earlier.id < g.id and name_key_of(earlier.name) = name_key_of(g.name));
alter table room_group alter column name_key drop expression;
-- Keys move through one another; what holds before and after need not hold between.
drop index room_group_by_name;
update room_group set name_key = name_key_of(name) where name_key <> name_key_of(name);
create unique index room_group_by_name on room_group (tenant_id, name_key);
create trigger room_group_name_key before insert or update on room_group for each row execute function keep_name_key();
