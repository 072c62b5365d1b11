import { createHash } from 'node:crypto'
import type { File } from '../../file.ts'
import { readKeys } from '../read-keys.ts'
import { literal } from '../reading/literal.ts'
import { docComment } from './doc-comment.ts'
import type { ReadChart } from './read-chart.ts'
import { valuesInterface } from './values-interface.ts'

/** A chart to be written for a repository. */
export interface ChartToAdd {
  readonly chart: ReadChart
  /** What its files are called. */
  readonly name: string
  readonly url: string
  readonly version: string
  /** What its type is imported from: the package, or in its own repository its path. */
  readonly library: string
}

export const chartsFolder = 'generators/charts'
export const modulePath = (name: string): string => `${chartsFolder}/${name}.ts`
export const keysPath = (name: string): string => `${chartsFolder}/${name}.keys.json`

/** The files that describe a chart to a fleet: a module with the type of its values, and every key that it knows. */
export const chartFiles = (given: ChartToAdd): readonly File[] => {
  const keys = readKeys(given.chart.texts)
  const body = bodyOf(given, valuesInterface(valuesName(given.name), keys, given.chart.texts))
  return [
    { path: modulePath(given.name), content: `${header(body)}${body}` },
    { path: keysPath(given.name), content: `${JSON.stringify(keys, null, 2)}\n` },
  ]
}

/** What is written into the fleet to use it. */
export const fleetLines = ({ name }: Pick<ChartToAdd, 'name'>): string =>
  [
    `import { ${chartName(name)} } from './charts/${name}.ts'`,
    '',
    `const ${camel(name)} = helmRelease({ name: '${name}', chart: ${chartName(name)}, values: {} })`,
  ].join('\n')

const bodyOf = ({ chart, name, url, version, library }: ChartToAdd, type: string): string =>
  [
    `import type { OwnChart } from ${literal(library)}`,
    `import keys from './${name}.keys.json' with { type: 'json' }`,
    '',
    `${docComment(`What the chart ${chart.name} ${version} can be told. \`null\` takes a default away.`, '')}${type}`,
    `${docComment(chart.description ?? '', '')}export const ${chartName(name)}: OwnChart<${valuesName(name)}> = {`,
    `  name: ${literal(chart.name)},`,
    `  url: ${literal(url)},`,
    `  version: ${literal(version)},`,
    '  keys,',
    '}',
    '',
  ].join('\n')

const maker = '// Made by "npx zx scripts/charts.mjs add": run that for another version, do not change this file.'

/** Sums up what follows, so that a change by hand can be seen. */
const header = (body: string): string => `${maker} ${sum(body)}\n`
const sum = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 12)

/** Whose a file is that stands where a chart's module goes: made by us, made and then changed by hand, or somebody's own. */
export const ownerOf = (content: string): 'changed' | 'ours' | 'theirs' => {
  const end = content.indexOf('\n') + 1
  const first = content.slice(0, end).trimEnd()
  if (!first.startsWith(maker)) return 'theirs'
  return first === header(content.slice(end)).trimEnd() ? 'ours' : 'changed'
}

const chartName = (name: string): string => `${camel(name)}Chart`
const valuesName = (name: string): string => `${camel(name).replace(/^./, (first) => first.toUpperCase())}Values`

/** `cert-manager` as a name of TypeScript: `certManager`. */
const camel = (name: string): string => {
  const [first = '', ...rest] = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const whole = [first, ...rest.map((word) => word.replace(/^./, (letter) => letter.toUpperCase()))].join('')
  return /^\d/.test(whole) ? `chart${whole}` : whole
}
