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

alter table tenant alter column name_key drop expression;
update tenant set name_key = name_key_of(name) where name_key <> name_key_of(name);
create trigger tenant_name_key before insert or update on tenant for each row execute function keep_name_key();
