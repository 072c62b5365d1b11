import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { put } from '../../output/sandbox.ts'
import { environment } from '../verified.ts'

/** An empty folder that lives as long as the test. */
export const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fleetwright-charts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Packs a chart of one template; helm names the archive. */
export const pack = (helm: string, into: string, name: string, version: string, template: string): void => {
  const source = temporary()
  put(source, 'Chart.yaml', `apiVersion: v2\nname: ${name}\nversion: ${version}\n`)
  put(source, 'values.yaml', 'persistence: { size: 1Gi }\nretention: 1h\n')
  put(source, 'templates/all.yaml', template)
  mkdirSync(into, { recursive: true })
  execFileSync(helm, ['package', source, '--destination', into], { stdio: 'ignore', env: environment })
}

/** Lists the charts of a folder, as who publishes them does. */
export const index = (helm: string, folder: string): void => {
  execFileSync(helm, ['repo', 'index', folder], { stdio: 'ignore', env: environment })
}

/** What the store's chart makes of its values: a ConfigMap that repeats them, and a rule. */
export const storeTemplate = (field = 'data') => `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
${field}:
  retention: {{ .Values.retention | quote }}
  size: {{ required "a size" .Values.persistence.size | quote }}
---
{{- if .Capabilities.APIVersions.Has "monitoring.coreos.com/v1/PrometheusRule" }}
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: {{ .Release.Name }} }
spec: { groups: [{ name: store, rules: [{ record: "store:up", expr: {{ .Values.expr | default "up" | quote }} }] }] }
{{- end }}
`
