import { expect, test } from 'vitest'
import { templateReads } from '../../../generators/charts/reading/template-reads.ts'

test.each([
  ['{{ .Values.image.tag | quote }} {{ $.Values.port }}', ['image.tag', 'port']],
  [
    '{{ index .Values "my-chart" "enabled" }} {{ index .Values.db "max-size" }}',
    ['db', 'db.max-size', 'my-chart.enabled'],
  ],
  ['{{ if and .Values.a (not .Values.b.c) }}', ['a', 'b.c']],
  ['{{ .Release.Name }} {{ .Chart.Version }}', []],
])('%s reads %o', (template, read) => {
  expect(templateReads([template]).read).toEqual(read)
})

test.each([
  ['{{- toYaml .Values.resources | nindent 8 }}', ['resources']],
  ['{{ tpl (toYaml .Values.config) . }}', ['config']],
  ['{{ .Values.labels | toJson }}', ['labels']],
  ['{{- with .Values.nodeSelector }}\nnodeSelector:\n  {{- toYaml . | nindent 8 }}\n{{- end }}', ['nodeSelector']],
  ['{{- with .Values.affinity }}\n  {{- . | toYaml | nindent 8 }}\n{{- end }}', ['affinity']],
  ['{{ range $key, $value := .Values.env }}{{ end }}', ['env']],
  ['{{ with .Values.image }}{{ .tag }}{{ end }}{{ with .Values.extra }}{{ toYaml . }}{{ end }}', ['extra']],
  ['{{ range .Values.hosts }}{{ end }}{{ .Values.image }}', []],
])('%s hands on %o', (template, handedOn) => {
  expect(templateReads([template]).handedOn).toEqual(handedOn)
})
