import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bertMetrics } from '../../catalogue/bert-inference/series.ts'
import type { ExporterFile } from '../../metrics/exporter-file.ts'
import { metricsFolder } from '../../metrics/exporters.ts'
import type { Families } from './exporter.ts'

/** What is known of an exporter, from the root of the repository. */
const known =
  (name: string) =>
  (root: string): Families =>
    (JSON.parse(readFileSync(join(root, metricsFolder, `${name}.json`), 'utf8')) as ExporterFile).metrics

/** Exporters that need a cluster or a GPU, by their workloads, and the metrics that a stand-in serves. */
export const exporters: Readonly<Record<string, (root: string) => Families>> = {
  'kube-state-metrics': known('kube-state-metrics'),
  'dcgm-exporter': known('dcgm-exporter'),
  'bert-inference': () => bertMetrics,
}
