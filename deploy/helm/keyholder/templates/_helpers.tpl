{{/* The name of a service's objects: (dict "root" $ "service" "rooms-service"). */}}
{{- define "keyholder.name" -}}
{{- printf "%s-%s" .root.Release.Name .service | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{/* Its host in full: the gateway asks DNS itself, without search domains. */}}
{{- define "keyholder.host" -}}
{{ include "keyholder.name" . }}.{{ .root.Release.Namespace }}.svc.{{ .root.Values.clusterDomain }}
{{- end }}

{{/* By these its pods are known; they never change. */}}
{{- define "keyholder.selector" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "keyholder.labels" -}}
{{ include "keyholder.selector" . }}
{{ include "keyholder.shared-labels" .root }}
{{- end }}

{{/* Labels of objects that belong to no single service. */}}
{{- define "keyholder.release-labels" -}}
app.kubernetes.io/instance: {{ .Release.Name }}
{{ include "keyholder.shared-labels" . }}
{{- end }}

{{- define "keyholder.shared-labels" -}}
app.kubernetes.io/part-of: keyholder
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* A service's values: its own before the defaults. YAML. */}}
{{- define "keyholder.values" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .service | default dict)) | toYaml -}}
{{- end }}

{{- define "keyholder.image" -}}
{{- $image := .root.Values.image -}}
{{- with $image.registry }}{{ . }}/{{ end }}{{ $image.repository }}/{{ .service }}
{{- with .values.image.digest }}@{{ . }}{{ else }}:{{ $image.tag | default .root.Chart.AppVersion }}{{ end }}
{{- end }}

{{- define "keyholder.service-account" -}}
{{- .values.serviceAccount.name | default (.values.serviceAccount.create | ternary (include "keyholder.name" .) "default") -}}
{{- end }}

{{/* The name of the ConfigMap with the trusted certificates; empty without one. */}}
{{- define "keyholder.trusted-certificates" -}}
{{- $trusted := .Values.trustedCertificates -}}
{{- if $trusted.pem }}{{ .Release.Name }}-trusted-certificates{{ else }}{{ $trusted.existingConfigMap }}{{ end -}}
{{- end }}

{{/* The ports of addresses, each once: (dict "of" "http://a:1,b:2" "default" …). A list. */}}
{{- define "keyholder.ports" -}}
{{- $ports := list -}}
{{- range splitList "," .of -}}
{{- $ports = append $ports (regexFind ":[0-9]+/?$" (trim .) | trimPrefix ":" | trimSuffix "/" | default $.default | int) -}}
{{- end -}}
{{- uniq $ports | toYaml -}}
{{- end }}

{{/* Annotations of hooks that run before the chart's objects exist, by weight. */}}
{{- define "keyholder.before-services" -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: {{ . | quote }}
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end }}
