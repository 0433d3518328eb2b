-- When it was last changed; null: not since this was kept.
alter table invitation add column updated_at timestamptz;
