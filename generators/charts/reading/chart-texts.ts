import { parse } from 'yaml'

/** What is known of a chart, as texts of its files and paths with dots. */
export interface ChartTexts {
  readonly name: string
  /** `values.yaml`. Absent where the chart ships none, or its licence keeps it out. */
  readonly values?: string
  /** `values.schema.json`. */
  readonly schema?: string
  /** Paths that templates read although the values do not name them. */
  readonly read: readonly string[]
  /** Maps whose keys are names of the user's choosing. */
  readonly open: readonly string[]
  /** Switches of sub-charts. */
  readonly conditions: readonly string[]
  /** The charts inside, each with the path of its values in those of this chart. */
  readonly subcharts: readonly { readonly path: string; readonly chart: ChartTexts }[]
}

/** Reads a file of a folder of charts; `undefined` when it is not there. */
export type ReadText = (path: string) => string | undefined

/** What is read of a chart's `chart.yaml`. */
interface ChartFile {
  readonly values: string | null
  readonly schema: string | null
  readonly dependencies: readonly { readonly condition?: string }[]
  readonly subchartValues: readonly SubchartFile[]
}

interface SubchartFile {
  /** Path of its values in those of the chart above. */
  readonly key: string
  /** `a/b` is chart b inside chart a. */
  readonly folder: string
  readonly values: string | null
  readonly schema?: string
}

/** What is read of a chart's `facts.yaml`, which somebody found out by rendering it. */
interface FactsFile {
  readonly readButNotDeclared?: readonly string[]
  /** Paths, each with a remark or without. */
  readonly storageKeys?: readonly string[]
  readonly existingSecretKeys?: readonly string[]
  readonly unknownKeys?: { readonly nested?: { readonly failsInTemplateBecauseMapOfObjects?: readonly string[] } }
}

/** Collects the texts of one chart from a folder that holds a folder for each chart. */
export const chartTexts = (name: string, read: ReadText): ChartTexts => {
  const chart: ChartFile = parse(read(`${name}/chart.yaml`) ?? '')
  const text = (file: string | null | undefined): string | undefined => (file ? read(`${name}/${file}`) : undefined)
  const subcharts = chart.subchartValues.map(({ key, folder, values, schema }) => ({
    path: key,
    chart: {
      ...factsOf(folder.split('/').at(-1) ?? '', read),
      ...given({ values: text(values), schema: text(schema) }),
      conditions: [],
      subcharts: [],
    },
  }))
  return {
    ...factsOf(name, read),
    ...given({ values: text(chart.values), schema: text(chart.schema) }),
    conditions: chart.dependencies.flatMap(({ condition }) => condition?.split(',') ?? []),
    subcharts,
  }
}

const factsOf = (name: string, read: ReadText): Pick<ChartTexts, 'name' | 'read' | 'open'> => {
  const facts: FactsFile = parse(read(`${name}/facts.yaml`) ?? '{}')
  const remarked = [...(facts.storageKeys ?? []), ...(facts.existingSecretKeys ?? [])]
  return {
    name,
    read: [...(facts.readButNotDeclared ?? []), ...remarked.map((path) => path.replace(/ .*$/, ''))],
    open: facts.unknownKeys?.nested?.failsInTemplateBecauseMapOfObjects ?? [],
  }
}

const given = (
  texts: Readonly<Record<'values' | 'schema', string | undefined>>,
): { values?: string; schema?: string } =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined))
