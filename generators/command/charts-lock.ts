import { type ChartLock, lockFile, lockText, readLock } from '../charts/lock/chart-lock.ts'
import { type Locking, locking, lockProblems } from '../charts/lock/digests.ts'
import type { Registry } from '../charts/registry/registry.ts'
import { putText } from '../output/put-text.ts'
import { readText } from '../output/reader.ts'
import { count } from '../review/count.ts'
import type { ChartsOptions } from './charts.ts'
import type { Ending } from './command.ts'
import { fleetCharts } from './fleet-charts.ts'
import type { Invocation } from './invocation.ts'
import { tellProblems } from './tell-problems.ts'

/** `scripts/charts.mjs lock` */
export const lockCharts = async (
  { check, update }: Pick<ChartsOptions, 'check' | 'update'>,
  registry: Registry,
  invocation: Invocation,
): Promise<Ending> => {
  if (check && update) return { wrong: '--check writes nothing, so it cannot go with --update' }
  const fleet = await fleetCharts(invocation)
  if ('problems' in fleet) return tellProblems(fleet.problems, invocation, false)
  const text = readText(invocation.root, lockFile)
  if (check && text === undefined) return { wrong: `there is no ${lockFile} to check: make one with lock` }
  // Whoever makes it anew need not read what was there.
  const read = text === undefined || update ? undefined : readLock(text)
  if (read !== undefined && 'problem' in read) return tellProblems([read.problem], invocation, false)
  if (check) {
    const problems = await lockProblems(fleet.used, read!, registry, invocation.progress)
    if (problems.length > 0) return tellProblems(problems, invocation, false, null)
    invocation.out(`${count(fleet.used.length, 'chart')}, each as it was locked.\n`)
    return 0
  }
  const before = text === undefined ? undefined : readable(text)
  const next = await locking(fleet.used, before, registry, { update, track: invocation.progress })
  if (next.problems.length > 0) return tellProblems(next.problems, invocation, false)
  return written(next, text, invocation)
}

const readable = (text: string): ChartLock | undefined => {
  const lock = readLock(text)
  return 'problem' in lock ? undefined : lock
}

const written = async (
  { charts, ...changes }: Locking,
  before: string | undefined,
  invocation: Invocation,
): Promise<Ending> => {
  const text = lockText(charts)
  const refused = text === before ? undefined : putText(invocation.root, lockFile, text)
  if (refused !== undefined) return tellProblems([refused], invocation, false)
  const lines = (['added', 'moved', 'dropped'] as const).flatMap((what) =>
    changes[what].map(({ name, version, digest }) => `${what.padEnd(7)}  ${name} ${version}  ${digest}\n`),
  )
  const hint = lines.length === 0 ? '' : 'Now render: npx zx scripts/render.mjs\n'
  invocation.out(`${lines.join('')}${count(charts.length, 'chart')} locked in ${lockFile}.\n${hint}`)
  return 0
}
