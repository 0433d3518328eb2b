alter table invitation_primary_admin add column display_name text;
