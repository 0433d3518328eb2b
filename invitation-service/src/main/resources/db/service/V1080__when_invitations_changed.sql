-- When each last changed: exactly when its version did, which is when it was sent or came to its end. 0.1.0 writes when it stored that
-- instead, which is later for what has expired, and nothing for what did not change since it kept the time.
create function keep_updated_at() returns trigger language plpgsql as $$
begin
    new.updated_at := coalesce(new.decided_at, new.created_at);
    return new;
end
$$;
create trigger invitation_updated_at before insert or update on invitation for each row execute function keep_updated_at();

update invitation set updated_at = coalesce(decided_at, created_at)
where updated_at is distinct from coalesce(decided_at, created_at);
