alter table role add column updated_at timestamptz not null default now();
alter table assignment add column updated_at timestamptz not null default now();

-- A version before this one does not say when it changes something.
create function keep_updated_at() returns trigger language plpgsql as $$
begin
    if new.version <> old.version and new.updated_at = old.updated_at then
        new.updated_at := now();
    end if;
    return new;
end
$$;
create trigger role_updated_at before update on role for each row execute function keep_updated_at();
create trigger assignment_updated_at before update on assignment for each row execute function keep_updated_at();
