{{/* What all pods have in common, for the "restricted" profile among others: (dict "root" $ "values" …). */}}
{{- define "keyholder.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
# No user: the image has one, 10001, and OpenShift assigns one to each namespace.
securityContext:
  runAsNonRoot: true
  seccompProfile: {type: RuntimeDefault}
  {{- with .values.podSecurityContext }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* What all containers have in common: (dict "root" $ "service" … "values" …). */}}
{{- define "keyholder.container" -}}
image: {{ include "keyholder.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
{{- end }}

{{/* Volume mounts: (dict "root" $ "values" …). A list. */}}
{{- define "keyholder.mounts" -}}
- {name: tmp, mountPath: /tmp}
{{- if include "keyholder.trusted-certificates" .root }}
- {name: trusted-certificates, mountPath: /etc/keyholder/certificates, readOnly: true}
{{- end }}
{{- with .values.volumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Their volumes: (dict "root" $ "values" …), with "migration" true those of a migration job. A list. */}}
{{- define "keyholder.volumes" -}}
- name: tmp
  emptyDir: {medium: Memory, sizeLimit: 64Mi}
{{- with include "keyholder.trusted-certificates" .root }}
- name: trusted-certificates
  configMap:
    name: {{ . }}{{ if and $.migration $.root.Values.trustedCertificates.pem }}-migration{{ end }}
    items: [{key: {{ $.root.Values.trustedCertificates.key }}, path: ca.crt}]
{{- end }}
{{- with .values.volumes }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Topology spread constraints, by default over the service's own pods: (dict "root" $ "service" … "values" …). A list. */}}
{{- define "keyholder.spread" -}}
{{- $own := dict "labelSelector" (dict "matchLabels" (include "keyholder.selector" . | fromYaml)) -}}
{{- $constraints := list -}}
{{- range .values.topologySpreadConstraints -}}
{{- $constraints = append $constraints (hasKey . "labelSelector" | ternary . (merge (deepCopy .) $own)) -}}
{{- end -}}
{{- toYaml $constraints }}
{{- end }}
