import type { File } from '../file.ts'
import { type ExporterFile, printExporterFile } from './exporter-file.ts'
import { commonExporter } from './exporters.ts'
import { type CollectedExporter, readExporter } from './reading/read-exporter.ts'
import { readRecordings } from './reading/read-recordings.ts'

export interface MetricSources {
  /** By the names of exporters. */
  readonly exporters: Readonly<Record<string, CollectedExporter>>
  /** By what brings them: objects among which the PrometheusRules are. */
  readonly rules: Readonly<Record<string, readonly unknown[]>>
}

/** The data files that follow from what was collected. */
export const makeExporterFiles = ({ exporters, rules }: MetricSources): readonly File[] => {
  const ofAll = new Set(exporters[commonExporter]?.metrics.map(({ name }) => name))
  return [
    ...Object.entries(exporters).map(([name, collected]) =>
      file(name, readExporter(name, collected, name === commonExporter ? undefined : ofAll)),
    ),
    ...Object.entries(rules).map(([name, objects]) =>
      file(`${name}-rules`, readRecordings(objects.filter(isRule).map(({ spec }) => spec))),
    ),
  ]
}

const file = (name: string, content: ExporterFile): File => ({
  path: `${name}.json`,
  content: printExporterFile(content),
})

const isRule = (object: unknown): object is { readonly spec: unknown } =>
  typeof object === 'object' &&
  object !== null &&
  'spec' in object &&
  'kind' in object &&
  object.kind === 'PrometheusRule'
