-- When it was last changed; null: not since this was kept.
alter table tenant add column updated_at timestamptz;
alter table relationship add column updated_at timestamptz;
