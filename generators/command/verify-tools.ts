import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SchemaFile } from '../check/schema/schema-file.ts'
import type { Schemas } from '../check/schema/schemas.ts'
import { type Charts, type Helm, openCharts, template } from '../output/helm.ts'
import { findProgram, runApart } from '../output/program.ts'
import type { Ask } from '../verify/questions/asked.ts'
import { type Reader, readers } from '../verify/questions/question.ts'
import type { RenderRelease } from '../verify/releases/rendered.ts'

/** Programs that are looked for when they are first needed. */
export interface ProofTools {
  readonly ask: Ask
  readonly renderRelease: RenderRelease
  readonly readSchema: (file: string) => SchemaFile
  readonly close: () => Promise<void>
}

/**
 * The programs of this machine: promtool, amtool, otelcol and helm, from their variables or the path; charts from the
 * folder that `CHARTS` names and, with `fetching`, from where they are published.
 */
export const proofTools = (
  schemas: Schemas,
  schemaFolder: string,
  fetching: boolean,
  environment = process.env,
): ProofTools => {
  const programs = new Map<Reader, Promise<string | undefined>>()
  const program = (reader: Reader): Promise<string | undefined> => {
    const found = programs.get(reader) ?? findProgram(readers[reader], environment)
    programs.set(reader, found)
    return found
  }
  let opened: Promise<{ readonly helm: Helm; readonly charts: Charts } | undefined> | undefined
  const open = async () => {
    const program = await findProgram({ name: 'helm', variable: 'HELM' }, environment)
    if (program === undefined) return undefined
    const helm = { program, env: environment }
    return { helm, charts: openCharts(helm, environment.CHARTS || undefined, fetching) }
  }
  return {
    ask: async ({ reader, args, files, env = {} }) => {
      const found = await program(reader)
      return found === undefined ? undefined : runApart(found, args, { files, env: { ...environment, ...env } })
    },
    renderRelease: async (release) => {
      opened ??= open()
      const tools = await opened
      if (tools === undefined) return { missing: 'helm' }
      const archive = await tools.charts.archive(release.chart)
      if (archive === undefined) return { missing: 'chart' }
      return 'refusal' in archive ? archive : template(tools.helm, release, archive.path, apisOf(schemas))
    },
    readSchema: (file) => JSON.parse(readFileSync(join(schemaFolder, `${file}.json`), 'utf8')),
    close: async () => (await opened)?.charts.close(),
  }
}

/** Charts ask for an API, or for one kind of it, before they render anything for the Prometheus operator. */
const apisOf = ({ apiVersions, kinds }: Schemas): readonly string[] => [
  ...apiVersions,
  ...apiVersions.filter(isOfOperator).flatMap((one) => kinds(one).map((kind) => `${one}/${kind}`)),
]

const isOfOperator = (apiVersion: string): boolean => apiVersion.startsWith('monitoring.coreos.com/')
