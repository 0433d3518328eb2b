-- The service folds names otherwise now: NFKC and Unicode case folding, where it knew lower case alone. What is there is folded here,
-- as far as SQL can.
create function name_key_of(name text) returns text language sql immutable parallel safe as $$
    select btrim(regexp_replace(
        regexp_replace(
            normalize(casefold(normalize(name, NFKC) collate "pg_unicode_fast"), NFKC),
            '[\u00AD\u034F\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F\uFEFF]', '', 'g'),
        '\s+', ' ', 'g'))
$$;

-- Two roles of one name, as it is folded now: the later one gets a mark by which its owner knows it.
update role r set name = r.name || ' (' || right(r.id::text, 12) || ')' where r.key is null and exists (
    select 1 from role other
    where other.context_id = r.context_id and other.id <> r.id and (other.key is not null or other.id < r.id)
    and name_key_of(other.name) = name_key_of(r.name));
-- Keys move through one another; what holds before and after need not hold between.
drop index role_one_a_name;
update role set name_key = name_key_of(name) where name_key <> name_key_of(name);
update assignment set name_key = name_key_of(name) where name_key <> name_key_of(name);
create unique index role_one_a_name on role (context_id, name_key);
drop function name_key_of(text);
