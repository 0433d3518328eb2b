-- Where the request came from, its id, and what became of which field, as JSON. A text: it is kept and shown, never asked for,
-- and a text takes every character that JSON can name.
alter table audit_entry add column client_address text;
alter table audit_entry add column request_id text;
alter table audit_entry add column changes text;
