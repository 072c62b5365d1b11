import { resolve } from 'node:path'
import semver from 'semver'
import { type ChartToAdd, chartFiles, fleetLines, modulePath, ownerOf } from '../charts/adding/chart-module.ts'
import { type ChartPlace, chartPlace } from '../charts/adding/chart-place.ts'
import { chartOfValues, type ReadChart, readChart } from '../charts/adding/read-chart.ts'
import { unpack } from '../charts/adding/unpack.ts'
import { Unanswered } from '../charts/registry/ask.ts'
import { newestOf } from '../charts/registry/newer.ts'
import type { Registry } from '../charts/registry/registry.ts'
import { objectNamePattern } from '../fleet/checks/scalars.ts'
import { chartOnDisk } from '../output/chart-on-disk.ts'
import { putText } from '../output/put-text.ts'
import { readText } from '../output/reader.ts'
import type { Problem } from '../problem.ts'
import type { ChartsOptions } from './charts.ts'
import type { Ending } from './command.ts'
import type { Invocation } from './invocation.ts'
import { tellProblems } from './tell-problems.ts'

type Wrong = { readonly wrong: string }
type Refused = { readonly refusal: string }
type AddOptions = Pick<ChartsOptions, 'force' | 'name' | 'url' | 'version'>

/** `scripts/charts.mjs add` */
export const addChart = async (
  word: string | undefined,
  options: AddOptions,
  registry: Registry,
  invocation: Invocation,
): Promise<Ending> => {
  const place = chartPlace({ word, url: options.url })
  if ('wrong' in place) return place
  const wrong = misnamed(options)
  if (wrong !== undefined) return { wrong }
  const tell = (problem: Problem): Promise<Ending> => tellProblems([problem], invocation, false)
  try {
    const found = await (place.from === 'disk' ? fromDisk(place, options) : fromRegistry(place, options, registry))
    if ('wrong' in found) return found
    if ('refusal' in found) return tell(noChart(word!, found.refusal))
    const name = options.name ?? found.chart.name
    if (!isFileName(name))
      return { wrong: `the chart calls itself ${name}: say --name for its files, such as --name web` }
    const library = invocation.root === invocation.program ? '../fleetwright.ts' : 'fleetwright'
    return await written({ ...found, name, library }, options.force, invocation)
  } catch (error) {
    if (error instanceof Unanswered) return tell(unanswered(word!, error.message))
    throw error
  }
}

type Found = Pick<ChartToAdd, 'chart' | 'url' | 'version'>

const fromRegistry = async (
  { chart, ...place }: ChartPlace & { readonly from: 'registry' },
  options: AddOptions,
  registry: Registry,
): Promise<Found | Refused | Wrong> => {
  const version = options.version ?? place.version ?? newestOf(await registry.versions(chart))
  if (version === undefined) return { wrong: `${chart.name} has no stable version: say which one with --version` }
  const read = await readArchive(await registry.archive(chart, version))
  return 'refusal' in read ? read : { chart: read, url: chart.url, version }
}

const fromDisk = async (
  { path, url }: ChartPlace & { readonly from: 'disk' },
  { name, version }: AddOptions,
): Promise<Found | Refused | Wrong> => {
  const found = chartOnDisk(resolve(path))
  if ('refusal' in found) return found
  if ('values' in found) {
    if (name === undefined || version === undefined)
      return { wrong: `${path} holds values alone: say --name and --version of their chart` }
    const chart = chartOfValues(name, version, found.values)
    return 'refusal' in chart ? chart : { chart, url, version }
  }
  const chart = await ('archive' in found ? readArchive(found.archive) : readChart(found.files))
  return 'refusal' in chart ? chart : { chart, url, version: version ?? chart.version }
}

const readArchive = async (archive: Uint8Array): Promise<ReadChart | Refused> => {
  const files = await unpack(archive)
  return 'refusal' in files ? files : readChart(files)
}

const misnamed = ({ name, version }: AddOptions): string | undefined => {
  if (name !== undefined && !isFileName(name))
    return `'${name}' is no name for files: write small letters, digits and dashes`
  if (version !== undefined && semver.valid(version) === null)
    return `'${version}' is no exact version: write one, such as 1.2.3`
  return undefined
}

/** It becomes the names of files, and of what they export. */
const isFileName = (name: string): boolean => objectNamePattern.test(name)

const written = async (added: ChartToAdd, force: boolean, invocation: Invocation): Promise<Ending> => {
  const { root, out } = invocation
  const standing = readText(root, modulePath(added.name))
  const owner = standing === undefined ? 'ours' : ownerOf(standing)
  if (owner === 'theirs' || (owner === 'changed' && !force))
    return tellProblems([inTheWay(added.name, owner)], invocation, false)
  for (const { path, content } of chartFiles(added)) {
    const problem = putText(root, path, content)
    if (problem !== undefined) return tellProblems([problem], invocation, false)
    out(`written  ${path}\n`)
  }
  out(`\nIn generators/fleet.ts:\n\n${fleetLines(added).replaceAll(/^(?=.)/gm, '  ')}\n`)
  return 0
}

const inTheWay = (name: string, owner: 'changed' | 'theirs'): Problem => ({
  rule: owner === 'theirs' ? 'file-in-the-way' : 'hand-edit',
  place: [],
  file: modulePath(name),
  reason: `${modulePath(name)} ${owner === 'theirs' ? 'was not made by add' : 'was changed by hand since add made it'}`,
  fix: owner === 'theirs' ? 'choose another name with --name' : 'keep the change elsewhere, then say --force',
})

const noChart = (word: string, refusal: string): Problem => ({
  rule: 'is-a-chart',
  place: [],
  file: word,
  reason: `${word} ${refusal}`,
  fix: 'name a chart of Helm: its address in a registry, its archive, its folder or its values.yaml',
})

const unanswered = (word: string, reason: string): Problem => ({
  rule: 'chart-registry',
  place: [],
  file: word,
  reason,
  fix: 'try again, or correct the address of the chart or its version',
})
