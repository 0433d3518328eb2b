-- What has not changed since that is kept last changed when it was created, as far as anybody knows. The version before this one
-- writes the column itself; the default is for whatever does not.
alter table tenant alter column updated_at set default now();
alter table relationship alter column updated_at set default now();
update tenant set updated_at = created_at where updated_at is null;
update relationship set updated_at = established_at where updated_at is null;
