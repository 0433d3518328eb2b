-- How the tokens of a tenant's issuer are read, as JSON; {} as those of any.
alter table tenant_issuer add column reading text not null default '{}';
