import semver from 'semver'
import { isRecord } from '../../fleet/checks/check.ts'
import { at } from '../../plan/values.ts'
import type { ChartTexts } from '../reading/chart-texts.ts'
import { templateReads } from '../reading/template-reads.ts'
import { isJson, yamlMap } from './parsed.ts'
import { type Budget, type ChartFiles, unpack, wholeBudget } from './unpack.ts'

/** A chart as its own files describe it. */
export interface ReadChart {
  readonly name: string
  readonly version: string
  /** A sentence of whoever made it. */
  readonly description?: string
  readonly texts: ChartTexts
}

type Refused = { readonly refusal: string }

/** Charts inside charts inside charts are as deep as anybody goes. */
const deepest = 4

/** Reads a chart from its files; or says why they are none. */
export const readChart = async (files: ChartFiles, budget = wholeBudget(), depth = 0): Promise<ReadChart | Refused> => {
  const described = textOf(files, 'Chart.yaml')
  if (described === undefined) return { refusal: 'is no chart of Helm: it has no Chart.yaml' }
  const chart = yamlMap(described)
  const { name, version, description, type } = chart ?? {}
  if (chart === undefined || !isName(name) || !isVersion(version)) {
    return { refusal: 'is no chart of Helm: its Chart.yaml has no name and version' }
  }
  if (type === 'library' && depth === 0) {
    return { refusal: `is the library ${name}: it is made for other charts, and cannot be installed itself` }
  }
  const inside = await chartsInside(files, dependenciesOf(chart, textOf(files, 'requirements.yaml')), budget, depth)
  const texts = textsOf(name, files, inside)
  if ('refusal' in texts) return texts
  return { name, version, ...(typeof description === 'string' ? { description } : {}), texts }
}

/** What a stranger calls his chart becomes a part of our files. */
const isName = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z0-9][\w.-]*$/.test(value)
const isVersion = (value: unknown): value is string => typeof value === 'string' && semver.valid(value) !== null

const textOf = (files: ChartFiles, path: string): string | undefined => {
  const bytes = files.get(path)
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}

type Inside = Pick<ChartTexts, 'conditions' | 'open' | 'subcharts'>

const textsOf = (name: string, files: ChartFiles, inside: Inside): ChartTexts | Refused => {
  const values = textOf(files, 'values.yaml')
  const schema = textOf(files, 'values.schema.json')
  const defaults = yamlMap(values ?? '')
  if (defaults === undefined) return { refusal: 'has a values.yaml that holds no values' }
  if (schema !== undefined && !isJson(schema)) return { refusal: 'has a values.schema.json that is no JSON' }
  const templates = [...files.keys()].filter((path) => path.startsWith('templates/'))
  const { read, handedOn } = templateReads(templates.map((path) => textOf(files, path)!))
  return {
    name,
    ...(values === undefined ? {} : { values }),
    ...(schema === undefined ? {} : { schema }),
    ...inside,
    read,
    open: [...handedOn.filter((path) => isRecord(at(defaults, path))), ...inside.open],
  }
}

/** A chart of which there is no more than its values. */
export const chartOfValues = (name: string, version: string, values: string): ReadChart | Refused => {
  const texts = textsOf(name, new Map([['values.yaml', Buffer.from(values)]]), {
    open: [],
    conditions: [],
    subcharts: [],
  })
  return 'refusal' in texts ? texts : { name, version, texts }
}

interface Dependency {
  readonly name: string
  readonly alias?: string
  readonly condition?: string
  readonly tags?: readonly string[]
}

/** Helm 2 had them in a file of their own. */
const dependenciesOf = (chart: object, requirements: string | undefined): readonly Dependency[] => {
  const { dependencies } = { ...(requirements === undefined ? {} : yamlMap(requirements)), ...chart } as {
    readonly dependencies?: unknown
  }
  return Array.isArray(dependencies) ? dependencies.filter((one) => typeof one?.name === 'string') : []
}

/** Of a chart that is named and not there, nobody knows the values; what is there and not named is installed all the same. */
const chartsInside = async (
  files: ChartFiles,
  named: readonly Dependency[],
  budget: Budget,
  depth: number,
): Promise<Inside> => {
  const found = depth < deepest ? await foldersInside(files, budget, depth) : new Map<string, ReadChart>()
  const others = [...found.keys()].filter((name) => named.every((one) => one.name !== name)).map((name) => ({ name }))
  const all: readonly Dependency[] = [...named, ...others]
  const keyOf = ({ alias, name }: Dependency): string => alias ?? name
  return {
    subcharts: all.flatMap((one) => {
      const chart = found.get(one.name)
      return chart === undefined ? [] : [{ path: keyOf(one), chart: chart.texts }]
    }),
    open: [
      ...all.filter(({ name }) => !found.has(name)).map(keyOf),
      ...(named.some(({ tags }) => tags !== undefined) ? ['tags'] : []),
    ],
    conditions: named.flatMap(({ condition }) =>
      typeof condition === 'string' ? condition.split(',').map((path) => path.trim()) : [],
    ),
  }
}

const foldersInside = async (
  files: ChartFiles,
  budget: Budget,
  depth: number,
): Promise<ReadonlyMap<string, ReadChart>> => {
  const folders = new Map<string, ChartFiles>()
  for (const [path, bytes] of files) {
    const [, folder = '', rest = ''] = /^charts\/([^/]+)\/(.+)$/.exec(path) ?? []
    if (folder !== '') folders.set(folder, new Map([...(folders.get(folder) ?? []), [rest, bytes]]))
    if (!/^charts\/[^/]+\.tgz$/.test(path)) continue
    const unpacked = await unpack(bytes, budget)
    if (!('refusal' in unpacked)) folders.set(path, unpacked)
  }
  const charts = await Promise.all([...folders.values()].map((inside) => readChart(inside, budget, depth + 1)))
  return new Map(charts.flatMap((chart) => ('refusal' in chart ? [] : [[chart.name, chart] as const])))
}
