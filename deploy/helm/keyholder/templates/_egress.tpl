{{/*
One egress rule: (dict "what" … "ports" … "to" …), by TCP unless "protocols" says otherwise. An empty "to" means anywhere, on those
ports.
*/}}
{{- define "keyholder.egress" }}
# {{ .what }}
- ports:
    {{- range $port := .ports }}
    {{- range $protocol := $.protocols | default (list "TCP") }}
    - {port: {{ $port }}, protocol: {{ $protocol }}}
    {{- end }}
    {{- end }}
  {{- with .to }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "keyholder.egress-dns" -}}
{{- $dns := .Values.networkPolicy.egress.dns -}}
{{- include "keyholder.egress" (dict "what" "DNS." "ports" $dns.ports "protocols" (list "UDP" "TCP") "to" $dns.to) | trim }}
{{- end }}

{{- define "keyholder.egress-postgresql" -}}
{{- $postgresql := .Values.networkPolicy.egress.postgresql -}}
{{- $ports := $postgresql.ports | default (list .Values.postgresql.port) -}}
{{- include "keyholder.egress" (dict "what" "PostgreSQL." "ports" $ports "to" $postgresql.to) | trim }}
{{- end }}

{{/* What every service reaches. */}}
{{- define "keyholder.egress-others" -}}
{{- $egress := .Values.networkPolicy.egress -}}
{{- $brokers := include "keyholder.ports" (dict "of" .Values.kafka.bootstrapServers "default" 9092) | fromYamlArray -}}
{{- $collectors := include "keyholder.ports" (dict "of" .Values.tracing.endpoint "default" 4317) | fromYamlArray -}}
{{- $issuers := include "keyholder.public-addresses" . | fromYamlArray -}}
{{- include "keyholder.egress" (dict
  "what" "Kafka." "ports" ($egress.kafka.ports | default $brokers) "to" $egress.kafka.to) | trim }}
{{- include "keyholder.egress" (dict
  "what" "The identity providers. Tenants register them, so they may be anywhere."
  "ports" $egress.identityProviders.ports "to" ($egress.identityProviders.to | default $issuers)) }}
{{- if .Values.tracing.endpoint }}
{{- include "keyholder.egress" (dict
  "what" "The collector of traces." "ports" ($egress.tracing.ports | default $collectors) "to" $egress.tracing.to) }}
{{- end }}
{{- with $egress.extra }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Where issuers may be: like the services, private addresses only if allowed. A list of peers. */}}
{{- define "keyholder.public-addresses" -}}
{{- if .Values.identity.allowPrivateIssuers -}}
[]
{{- else -}}
- ipBlock:
    cidr: 0.0.0.0/0
    except: [10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16]
- ipBlock:
    cidr: "::/0"
    except: ["::1/128", "fc00::/7", "fe80::/10"]
{{- end }}
{{- end }}
