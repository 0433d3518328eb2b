#!/usr/bin/env bash
# Runs once, when PostgreSQL's volume is empty: a database and a user for each service. Each user owns its own and can
# connect to no other.
set -euo pipefail

create() { # NAME PASSWORD
  psql -v ON_ERROR_STOP=1 -d postgres -v name="$1" -v password="$2" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
}

psql -v ON_ERROR_STOP=1 -d postgres -c 'REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC'
create tenant_relationship "$TENANT_RELATIONSHIP_DATABASE_PASSWORD"
create invitation "$INVITATION_DATABASE_PASSWORD"
create rbac "$RBAC_DATABASE_PASSWORD"
create rooms "$ROOMS_DATABASE_PASSWORD"
create audit "$AUDIT_DATABASE_PASSWORD"
create keycloak "$KEYCLOAK_DATABASE_PASSWORD"
