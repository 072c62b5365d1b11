import { parse } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'
import { toYaml } from '../../output/yaml/emit.ts'
import type { Problem } from '../../problem.ts'
import { versionKey } from '../keeping/used-charts.ts'
import { isDigest } from '../registry/digest.ts'

/** A version of a chart, and what it was when it was locked. */
export interface LockedChart {
  readonly name: string
  readonly url: string
  readonly version: string
  /** Of the manifest in an OCI registry, of the archive in an HTTP repository: `sha256:…`. */
  readonly digest: string
}

/** The digests of charts, as somebody once saw them. */
export interface ChartLock {
  readonly charts: readonly LockedChart[]
  readonly digestOf: (chart: Omit<LockedChart, 'digest'>) => string | undefined
}

/** Where it is kept, from the root of the repository. */
export const lockFile = 'generators/charts.lock.yaml'

const header = [
  '# From the charts of the fleet in generators/fleet.ts.',
  '# Locked by "npx zx scripts/charts.mjs lock": run that again, do not change this file.',
  '',
].join('\n')

export const chartLock = (charts: readonly LockedChart[]): ChartLock => {
  const digests = new Map(charts.map((chart) => [versionKey(chart), chart.digest]))
  return { charts, digestOf: (chart) => digests.get(versionKey(chart)) }
}

export const lockText = (charts: readonly LockedChart[]): string =>
  `${header}${toYaml({ charts: charts.map(({ name, url, version, digest }) => ({ name, url, version, digest })) })}`

/** The lock that a file holds, or what is wrong with it. */
export const readLock = (text: string): ChartLock | { readonly problem: Problem } => {
  try {
    const { charts } = parse(text) ?? {}
    if (Array.isArray(charts) && charts.every(isLocked)) return chartLock(charts)
  } catch {
    // Two people locked something, and Git left both in the file.
  }
  return { problem: unreadable }
}

const isLocked = (value: unknown): value is LockedChart =>
  isRecord(value) &&
  ['name', 'url', 'version'].every((field) => typeof value[field] === 'string') &&
  isDigest(value.digest)

const unreadable: Problem = {
  rule: 'chart-lock',
  place: [],
  file: lockFile,
  reason: `${lockFile} is not as it was locked`,
  fix: 'take it out of an earlier commit, or make it anew with npx zx scripts/charts.mjs lock --update',
}
