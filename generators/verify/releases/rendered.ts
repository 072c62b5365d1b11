import type { Ran } from '../../output/program.ts'
import { sideBySide } from '../../output/side-by-side.ts'
import type { Problem } from '../../problem.ts'
import { type Track, untold } from '../../progress.ts'
import type { BuiltFolder } from '../built-folder.ts'
import { objectsIn } from '../objects-in.ts'
import type { Proof } from '../proof.ts'
import type { Release } from './release.ts'

/** Renders a release; or what is missing: helm itself, or the archive of the chart. */
export type RenderRelease = (release: Release) => Promise<Ran | { readonly missing: 'chart' | 'helm' }>

export interface RenderedReleases {
  /** What comes out of each release, as if it were a folder. */
  readonly built: readonly BuiltFolder[]
  readonly problems: readonly Problem[]
  readonly proofs: readonly Proof[]
}

/** Renders releases, each once whoever has it. */
export const renderedReleases = async (
  releases: readonly Release[],
  render: RenderRelease,
  progress: Track = untold,
): Promise<RenderedReleases> => {
  const once = new Map(releases.map((release) => [JSON.stringify({ ...release, about: '', place: '' }), release]))
  const rendering = async (release: Release) => ({ release, ran: await render(release) })
  const results = await sideBySide([...once.values()], rendering, progress('rendering releases', once.size))
  const built = results.flatMap(({ release: { about, place }, ran }) =>
    'output' in ran ? [{ folder: about, place, objects: objectsIn(ran.output) }] : [],
  )
  return {
    built,
    problems: results.flatMap(({ release, ran }) => ('refusal' in ran ? [refused(release, ran.refusal)] : [])),
    proofs: proofOf(results),
  }
}

type Results = readonly { readonly release: Release; readonly ran: Awaited<ReturnType<RenderRelease>> }[]

const proofOf = (results: Results): readonly Proof[] => {
  if (results.length === 0) return []
  const missing = results.filter(({ ran }) => 'missing' in ran)
  const checked = results.length - missing.length
  const proof: Proof = { by: 'helm', checked: checked === 0 ? {} : { release: checked } }
  if (missing.length === 0) return [proof]
  return [{ ...proof, notChecked: { what: { release: missing.length }, ...advice(missing) } }]
}

const advice = (missing: Results): { readonly because: string; readonly fix: string } => {
  if (missing.some(({ ran }) => 'missing' in ran && ran.missing === 'helm')) {
    return { because: 'not found', fix: 'set HELM or put it on the PATH' }
  }
  const archives = missing.map(({ release: { chart } }) => `${chart.name}-${chart.version}.tgz`)
  return {
    because: `no ${[...new Set(archives)].sort().join(', ')} at hand`,
    fix: 'set CHARTS to the folder of such archives, or let --pull fetch them',
  }
}

const refused = ({ about, place, chart }: Release, words: string): Problem => ({
  rule: 'helm-renders',
  place,
  reason: `helm refuses ${about}, chart ${chart.name} ${chart.version}: ${words.replaceAll(/\s+/g, ' ')}`,
  fix: 'correct the values, or take another version of the chart',
})
