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
app.kubernetes.io/part-of: keyholder
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "keyholder.image" -}}
{{- $image := .root.Values.image -}}
{{- with $image.registry }}{{ . }}/{{ end }}{{ $image.repository }}/{{ .service }}:{{ $image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{/* A service's values: its own before the defaults. YAML. */}}
{{- define "keyholder.values" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .service | default dict)) | toYaml -}}
{{- end }}
