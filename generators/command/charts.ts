import { authorized } from '../charts/registry/authorized.ts'
import { type Registry, registryOver } from '../charts/registry/registry.ts'
import { askOverHttp } from '../output/http.ts'
import { registryLogins } from '../output/registry-logins.ts'
import type { Arguments } from './arguments.ts'
import { addChart } from './charts-add.ts'
import { lockCharts } from './charts-lock.ts'
import { tellOutdated } from './charts-outdated.ts'
import { command, type Ending } from './command.ts'
import type { Invocation } from './invocation.ts'
import { milliseconds } from './milliseconds.ts'

export const usage = {
  command: 'npx zx scripts/charts.mjs',
  does: [
    'outdated   says which charts have newer versions in their registries, and where each version is written. Exits with 1',
    '           when one is outdated, is not there any more, or could not be asked about, as npm outdated does.',
    'lock       writes the digest of every chart that the fleet uses into generators/charts.lock.yaml. From then on Flux takes',
    '           a chart of an OCI registry by its digest, and a tag that moves changes nothing. An HTTP repository, and Argo CD',
    '           anywhere, take versions alone: for those lock --check says that something was published again.',
    'add CHART  writes generators/charts/NAME.ts and its keys for a chart of your own, so that its values are typed, and a',
    '           misspelt one is a problem. CHART is oci://REGISTRY/PATH/NAME, the name of a chart in the HTTP repository that',
    '           --url says, or on the disk an archive (.tgz), the folder of a chart, or its values.yaml.',
    '',
    'Registries know who asks by docker login or helm registry login; on loopback they are asked over plain HTTP.',
  ].join('\n'),
  words: ['ACTION', '[CHART]'],
  offers: { ACTION: ['outdated', 'lock', 'add'], CHART: 'file' },
  options: {
    json: { does: 'outdated: tell all charts as JSON on standard output' },
    check: { does: 'lock: write nothing; exit 1 when the lock is not as the fleet or the registries have it' },
    update: { does: 'lock: lock anew what is locked already, as the registries have it now' },
    version: { value: 'VERSION', does: 'add: which version (default: the newest stable one, or what Chart.yaml says)' },
    name: { value: 'NAME', does: "add: what its files are called (default: the chart's name)" },
    url: { value: 'URL', does: 'add: the HTTP repository that has CHART; or where clusters get what is on the disk' },
    force: { does: 'add: overwrite files that were changed by hand since they were made' },
    timeout: { value: 'DURATION', does: 'how long a registry may take for one answer (default: 30s)' },
  },
} as const

type Said = Arguments<typeof usage.options, typeof usage.words>
export type ChartsOptions = Said['options']

/** What an action does, and which options are for it. */
interface Action {
  readonly options: readonly (keyof ChartsOptions)[]
  readonly run: (said: Said, registry: Registry, invocation: Invocation) => Promise<Ending>
}

const actions: Readonly<Record<string, Action>> = {
  outdated: {
    options: ['json'],
    run: ({ options }, registry, invocation) => tellOutdated(options.json, registry, invocation),
  },
  lock: {
    options: ['check', 'update'],
    run: ({ options }, registry, invocation) => lockCharts(options, registry, invocation),
  },
  add: {
    options: ['version', 'name', 'url', 'force'],
    run: ({ options, words: [, chart] }, registry, invocation) => addChart(chart, options, registry, invocation),
  },
}

/** `scripts/charts.mjs`. */
export const chartsCommand = command(usage, async (said, invocation): Promise<Ending> => {
  const [name, chart] = said.words
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined) return { wrong: `'${name}' is no action: say outdated, lock or add` }
  if (name !== 'add' && chart !== undefined)
    return { wrong: `what is '${chart}' for? ${name} looks at all charts of the fleet` }
  const other = Object.entries(said.options).find(
    ([option, value]) => value && !['help', 'timeout', ...action.options].includes(option),
  )
  if (other !== undefined) return { wrong: `--${other[0]} is not for ${name}` }
  const timeout = milliseconds(said.options.timeout ?? '30s')
  if (timeout === undefined) return { wrong: '--timeout takes a Go duration, such as 30s or 1m' }
  return action.run(said, registryOver(authorized(askOverHttp({ timeout }), registryLogins(process.env))), invocation)
})
