import semver from 'semver'

/** How far one version is from another. */
export type Step = 'major' | 'minor' | 'patch'

/** The newest version that is newer than one by each step, and no further. */
export type Newer = { readonly [S in Step]?: string }

/** What a registry has that is newer, told apart; versions as it writes them. A version on trial (`-rc.1`) is not stable. */
export const newerThan = (version: string, all: readonly string[]): Newer => {
  const from = semver.parse(version)
  if (from === null) return {}
  const newest: { [S in Step]?: string } = {}
  for (const one of stable(all)) {
    if (semver.lte(one, from)) continue
    const step = stepTo(from, one)
    const best = newest[step]
    if (best === undefined || isBetter(one, best, version)) newest[step] = one
  }
  return newest
}

/** The newest stable version of all; undefined where there is none. */
export const newestOf = (all: readonly string[]): string | undefined => stable(all).sort(semver.rcompare)[0]

/** Whether two texts mean one version: Helm takes `v1.2.3` of a repository for `1.2.3`. */
export const isSameVersion = (one: string, other: string): boolean => one.replace(/^v/, '') === other.replace(/^v/, '')

const stable = (all: readonly string[]): string[] =>
  all.filter((version) => semver.valid(version) !== null && semver.prerelease(version) === null)

const stepTo = (from: semver.SemVer, version: string): Step => {
  if (semver.major(version) > from.major) return 'major'
  return semver.minor(version) > from.minor ? 'minor' : 'patch'
}

/** Some charts are there as 1.2.3 and as v1.2.3: whoever has the one stays with it. */
const isBetter = (one: string, best: string, version: string): boolean =>
  semver.gt(one, best) || (semver.eq(one, best) && one.startsWith('v') === version.startsWith('v'))
