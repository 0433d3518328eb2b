#!/usr/bin/env bash
# Runs once by itself, when PostgreSQL's volume is empty: a database for each service, its owner, who migrates the schema, and
# the service's user, who may do what the owner grants. Neither can connect to another's. Can be run again by hand: what an
# earlier release gave to the service's user is handed over to the owner.
set -euo pipefail

user() { # NAME PASSWORD
  psql -v ON_ERROR_STOP=1 -d postgres -v name="$1" -v password="$2" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER ROLE :"name" PASSWORD :'password';
SQL
}

database() { # NAME OWNER
  psql -v ON_ERROR_STOP=1 -d postgres -v name="$1" -v owner="$2" <<'SQL'
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'owner')
    WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
\c :"name"
-- Not in vain: it would take the temporary tables of sessions that are at work, too.
SELECT format('REASSIGN OWNED BY %I TO %I', :'name', :'owner') WHERE EXISTS (
    SELECT FROM pg_class WHERE relowner = :'name'::regrole AND relpersistence <> 't') \gexec
GRANT CONNECT ON DATABASE :"name" TO :"name";
SQL
}

service() { # NAME PASSWORD PASSWORD-OF-THE-OWNER
  user "$1" "$2"
  user "$1_owner" "$3"
  database "$1" "$1_owner"
}

psql -v ON_ERROR_STOP=1 -d postgres -c 'REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC'
service tenant_relationship "$TENANT_RELATIONSHIP_DATABASE_PASSWORD" "$TENANT_RELATIONSHIP_OWNER_DATABASE_PASSWORD"
service invitation "$INVITATION_DATABASE_PASSWORD" "$INVITATION_OWNER_DATABASE_PASSWORD"
service rbac "$RBAC_DATABASE_PASSWORD" "$RBAC_OWNER_DATABASE_PASSWORD"
service rooms "$ROOMS_DATABASE_PASSWORD" "$ROOMS_OWNER_DATABASE_PASSWORD"
service audit "$AUDIT_DATABASE_PASSWORD" "$AUDIT_OWNER_DATABASE_PASSWORD"
# Keycloak migrates by itself, as its own user.
user keycloak "$KEYCLOAK_DATABASE_PASSWORD"
database keycloak keycloak
