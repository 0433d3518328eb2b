{{/* One variable: (dict "name" … "value" …). As JSON, for Go would write the number 2097152 as 2.097152e+06. */}}
{{- define "keyholder.variable" -}}
{name: {{ .name }}, value: {{ kindIs "string" .value | ternary .value (toJson .value) | quote }}}
{{- end }}

{{/*
The variables of a service's environment: (dict "root" $ "service" … "values" …). A list. With "migration" true they are those
of a migration job.
*/}}
{{- define "keyholder.environment" -}}
{{- $root := .root }}
{{- $v := .root.Values -}}
- {name: KEYHOLDER_HTTP_PORT, value: "8080"}
- {name: KEYHOLDER_KAFKA_BOOTSTRAP_SERVERS, value: {{ $v.kafka.bootstrapServers | quote }}}
- {name: KEYHOLDER_OPERATOR_ISSUER, value: {{ $v.identity.operatorIssuer | quote }}}
- {name: KEYHOLDER_IDENTITY_AUDIENCE, value: {{ $v.identity.audience | quote }}}
- {name: KEYHOLDER_IDENTITY_ALLOW_PRIVATE_ISSUERS, value: {{ $v.identity.allowPrivateIssuers | quote }}}
{{- if include "keyholder.trusted-certificates" $root }}
- {name: KEYHOLDER_IDENTITY_TRUSTED_CERTIFICATES, value: /etc/keyholder/certificates/ca.crt}
{{- end }}
- {name: KEYHOLDER_KAFKA_REQUIRE_RESTRICTED_USER, value: {{ $v.kafka.requireRestrictedUser | quote }}}
- {name: KEYHOLDER_LOG_JSON, value: "true"}
- {name: QUARKUS_SHUTDOWN_DELAY, value: "10S"}
{{- with .values.javaToolOptions }}
- {name: JAVA_TOOL_OPTIONS, value: {{ . | quote }}}
{{- end }}
{{- range $name, $value := $v.kafka.client }}
- {{ include "keyholder.variable" (dict "name" $name "value" $value) }}
{{- end }}
{{- if $v.tracing.endpoint }}
- {name: KEYHOLDER_TRACING_ENDPOINT, value: {{ $v.tracing.endpoint | quote }}}
- {name: KEYHOLDER_TRACING_RATIO, value: {{ $v.tracing.ratio | quote }}}
{{- end }}
{{- if .values.database }}
{{- include "keyholder.database-environment" . }}
{{- else }}
- {name: KEYHOLDER_GATEWAY_PUBLIC_URL, value: {{ $v.gateway.publicUrl | quote }}}
{{- with $v.gateway.docsSignIn }}
- {name: KEYHOLDER_GATEWAY_DOCS_SIGN_IN, value: {{ join "," . | quote }}}
{{- end }}
{{- range $service := keys $v.services | sortAlpha }}
{{- if ne $service "gateway" }}
- name: KEYHOLDER_GATEWAY_SERVICES_{{ $service | trimSuffix "-service" | replace "-" "_" | upper }}
  value: http://{{ include "keyholder.host" (dict "root" $root "service" $service) }}:8080
{{- end }}
{{- end }}
{{- end }}
{{- range $name, $value := .values.env }}
- {{ include "keyholder.variable" (dict "name" $name "value" $value) }}
{{- end }}
{{- with .values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "keyholder.database-environment" }}
{{- $v := .root.Values }}
{{- /* A migration job runs before the external secrets exist, and has copies. */}}
{{- $suffix := "" }}
{{- if and .migration $v.externalSecrets.enabled }}
{{- $suffix = "-migration" }}
{{- end }}
- name: KEYHOLDER_CONSISTENCY_SECRET
  valueFrom: {secretKeyRef: {name: {{ $v.consistency.existingSecret }}{{ $suffix }}, key: consistency-secret}}
- name: KEYHOLDER_SIGNING_SECRET
  valueFrom: {secretKeyRef: {name: {{ $v.consistency.existingSecret }}{{ $suffix }}, key: {{ .service }}-signing-secret}}
- name: KEYHOLDER_DATABASE_URL
  value: {{ printf "jdbc:postgresql://%s:%v/%s%s" $v.postgresql.host $v.postgresql.port .values.database $v.postgresql.parameters | quote }}
- {name: KEYHOLDER_DATABASE_USERNAME, value: {{ .values.username | default .values.database | quote }}}
- name: KEYHOLDER_DATABASE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $v.postgresql.existingSecret }}{{ $suffix }}, key: {{ .service }}-password}}
{{- if or .migration (not $v.migrations.job.enabled) }}
- {name: KEYHOLDER_DATABASE_OWNER_USERNAME, value: {{ .values.owner | default (printf "%s_owner" .values.database) | quote }}}
- name: KEYHOLDER_DATABASE_OWNER_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $v.postgresql.existingSecret }}{{ $suffix }}, key: {{ .service }}-owner-password}}
{{- end }}
{{- if .migration }}
- {name: QUARKUS_INIT_AND_EXIT, value: "true"}
{{- else if $v.migrations.job.enabled }}
- {name: QUARKUS_FLYWAY_MIGRATE_AT_START, value: "false"}
{{- end }}
- {name: KEYHOLDER_DATABASE_REQUIRE_RESTRICTED_USER, value: "true"}
- {name: KEYHOLDER_DATABASE_POOL_SIZE, value: {{ .values.poolSize | quote }}}
- {name: KEYHOLDER_OUTBOX_EPOCH, value: {{ .values.outboxEpoch | default $v.outbox.epoch | int64 | quote }}}
- {name: KEYHOLDER_OUTBOX_REPLICATION_FACTOR, value: {{ $v.kafka.replicationFactor | quote }}}
{{- end }}
