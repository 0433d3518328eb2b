{{/* What the pods of services, jobs and tests have in common: (dict "root" $ "values" …). They satisfy the profile "restricted". */}}
{{- define "keyholder.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
# No user is named: the image has one, 10001, and OpenShift gives each namespace its own.
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

{{/* What their containers have in common: (dict "root" $ "service" … "values" …). */}}
{{- define "keyholder.container" -}}
image: {{ include "keyholder.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
{{- end }}

{{/* Where a service's files are: (dict "root" $ "values" …). A list. */}}
{{- define "keyholder.mounts" -}}
- {name: tmp, mountPath: /tmp}
{{- if include "keyholder.trusted-certificates" .root }}
- {name: trusted-certificates, mountPath: /etc/keyholder/certificates, readOnly: true}
{{- end }}
{{- with .values.volumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* The volumes for them: (dict "root" $ "values" …), with "migration" true those of the job that migrates. A list. */}}
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

{{/* How a service's pods are spread, each constraint over those pods unless it says otherwise: (dict … "values" …). A list. */}}
{{- define "keyholder.spread" -}}
{{- $own := dict "labelSelector" (dict "matchLabels" (include "keyholder.selector" . | fromYaml)) -}}
{{- $constraints := list -}}
{{- range .values.topologySpreadConstraints -}}
{{- $constraints = append $constraints (hasKey . "labelSelector" | ternary . (merge (deepCopy .) $own)) -}}
{{- end -}}
{{- toYaml $constraints }}
{{- end }}
