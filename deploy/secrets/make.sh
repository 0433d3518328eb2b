#!/usr/bin/env bash
# Runs before everything else: fills the volume `secrets`, in which each service may read its own file alone. A value is what
# the environment says (.env), else what it was before, else random. With arguments it runs them instead of ending.
set -euo pipefail
umask 077
cd /run/secrets
chmod 755 .
first=
[ -d values ] || first=true
mkdir -p values
# Names of the files that were changed since deploy/secrets/apply last restarted whoever reads them.
touch changed

keep() { # NAME
  local given=${!1:-}
  if [[ $given = *[^A-Za-z0-9._,-]* ]]; then
    echo "$1 may have letters, digits and . _ , - alone: it goes into files of several kinds." >&2
    exit 1
  elif [ -n "$given" ]; then
    write "values/$1" 0 <<<"$given"
  elif [ ! -s "values/$1" ]; then
    od -An -N24 -tx1 /dev/urandom | tr -d ' \n' | write "values/$1" 0
  fi
}

write() { # FILE OWNER: what is read from standard input, all of it or nothing
  cat >"$1.new"
  if [ -f "$1" ] && cmp -s "$1" "$1.new"; then
    rm "$1.new"
    return
  fi
  basename "${1%.*}" >>changed
  chmod 400 "$1.new"
  chown "$2" "$1.new"
  mv "$1.new" "$1"
}

login() { # USER: as which a client reaches Kafka
  echo "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"$1\" password=\"$(kafka_password "$1")\""
}

kafka_password() { # USER
  local name=${1^^}
  cat "values/${name//-/_}_KAFKA_PASSWORD"
}

kafka() { # USER: what its service is told
  # Not quoted: the environment would not win over it.
  echo "keyholder.kafka.client.sasl.jaas.config=$(login "$1");"
}

service() { # NAME USER-ID DATABASE
  {
    kafka "$1"
    echo "keyholder.consistency.secret=$(<values/KEYHOLDER_CONSISTENCY_SECRET)"
    echo "keyholder.signing.secret=$(<"values/$3_SIGNING_SECRET")"
    echo "keyholder.database.password=$(<"values/$3_DATABASE_PASSWORD")"
    echo "keyholder.database.owner.password=$(<"values/$3_OWNER_DATABASE_PASSWORD")"
  } | write "$1.properties" "$2"
}

databases=({TENANT_RELATIONSHIP,INVITATION,RBAC,ROOMS,AUDIT}{,_OWNER}_DATABASE_PASSWORD KEYCLOAK_DATABASE_PASSWORD)
users=(administrator tenant-relationship-service invitation-service rbac-service rooms-service audit-service gateway)
for name in POSTGRES_PASSWORD "${databases[@]}" KEYCLOAK_ADMIN_PASSWORD KEYHOLDER_OPERATOR_PASSWORD KEYHOLDER_CONSISTENCY_SECRET \
  {ADMINISTRATOR,TENANT_RELATIONSHIP_SERVICE,INVITATION_SERVICE,RBAC_SERVICE,ROOMS_SERVICE,AUDIT_SERVICE,GATEWAY}_KAFKA_PASSWORD \
  {TENANT_RELATIONSHIP,INVITATION,RBAC,ROOMS,AUDIT}_SIGNING_SECRET; do
  keep "$name"
done

service tenant-relationship-service 10001 TENANT_RELATIONSHIP
service invitation-service 10002 INVITATION
service rbac-service 10003 RBAC
service rooms-service 10004 ROOMS
service audit-service 10005 AUDIT
kafka gateway | write gateway.properties 10006

{
  known=
  for user in "${users[@]}"; do known+=" user_$user=\"$(kafka_password "$user")\""; done
  echo "KAFKA_LISTENER_NAME_SERVICES_PLAIN_SASL_JAAS_CONFIG='$(login administrator)$known;'"
  echo "KAFKA_LISTENER_NAME_CONTROLLER_PLAIN_SASL_JAAS_CONFIG='$(login administrator) user_administrator=\"$(kafka_password administrator)\";'"
} | write /run/kafka-secrets/kafka.env 0
# As whom Kafka runs, its image says; nobody else has this volume.
chmod 755 /run/kafka-secrets
chmod 444 /run/kafka-secrets/kafka.env

{
  echo "bootstrap.servers=kafka:9092"
  echo "security.protocol=SASL_PLAINTEXT"
  echo "sasl.mechanism=PLAIN"
  echo "sasl.jaas.config=$(login administrator);"
} | write kafka-administrator.properties 10000

for name in POSTGRES_PASSWORD "${databases[@]}"; do
  echo "$name=$(<"values/$name")"
done | write postgres.env 0

{
  echo "KC_DB_PASSWORD=$(<values/KEYCLOAK_DATABASE_PASSWORD)"
  echo "KC_BOOTSTRAP_ADMIN_PASSWORD=$(<values/KEYCLOAK_ADMIN_PASSWORD)"
  # The operators' realm names it.
  echo "KEYHOLDER_OPERATOR_PASSWORD=$(<values/KEYHOLDER_OPERATOR_PASSWORD)"
} | write keycloak.env 1000

write operator.password 10007 <values/KEYHOLDER_OPERATOR_PASSWORD

# Whoever reads them has yet to start.
[ -z "$first" ] || : >changed

exec "$@"
