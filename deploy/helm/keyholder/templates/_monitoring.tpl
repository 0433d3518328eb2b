{{/* The endpoints of a PodMonitor or a ServiceMonitor: "pod" or "service". A list. */}}
{{- define "keyholder.metrics-endpoints" -}}
{{- $of := . -}}
{{- range $index, $port := list "http" "metrics" -}}
{{- if $index }}
{{ end -}}
- port: {{ $port }}
  path: /q/metrics
  interval: 10s
  relabelings:
    # Rules and dashboards call a service a job. The gateway shows its metrics on a port of their own.
    - {sourceLabels: [__meta_kubernetes_{{ $of }}_label_app_kubernetes_io_name], targetLabel: job}
    {{- if eq $port "http" }}
    - {sourceLabels: [job], regex: gateway, action: drop}
    {{- end }}
{{- end }}
{{- end }}
