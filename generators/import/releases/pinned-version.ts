import semver from 'semver'

/** A version as a fleet takes it. */
export interface PinnedVersion {
  readonly version: string
  /** What was written, where it is no exact version. */
  readonly range?: string
}

/** A version that nobody published, so that a release of it says so instead of bringing a surprise. */
export const unknownVersion = '0.0.0'

/**
 * The one version that a fleet names. Of a range it is that of the catalogue, where it lies in the range, or else the
 * lowest: which one runs is known to the cluster alone.
 */
export const pinnedVersion = (written: string | undefined, catalogued: string | undefined): PinnedVersion => {
  const exact = written?.replace(/^=\s*/, '')
  if (exact !== undefined && /^v?\d+\.\d+(\.\d+)?([-+][0-9A-Za-z.-]+)?$/.test(exact) && semver.valid(exact) !== null) {
    return { version: exact }
  }
  // To Helm a range is written with commas as well, and none at all is any.
  const range = semver.validRange((written ?? '*').replaceAll(',', ' '))
  if (range === null) return { version: unknownVersion, range: written ?? '*' }
  const isInRange = catalogued !== undefined && semver.satisfies(catalogued, range)
  const version = isInRange ? catalogued : (semver.minVersion(range)?.version ?? unknownVersion)
  return { version, range: written ?? '*' }
}
