import { type Ask, hostOf, Unanswered } from './ask.ts'
import { sha256 } from './digest.ts'
import { fetchIndex, type IndexedVersion, indexedVersions } from './http-repository.ts'
import { isSameVersion } from './newer.ts'
import { ociArchive, ociDigest, ociVersions } from './oci-registry.ts'

/** A chart as people publish it: its name, and its repository (see `Chart`). */
export interface PublishedChart {
  readonly name: string
  readonly url: string
}

/** Registries and repositories of charts, whichever kind each is. Every function throws `Unanswered`. */
export interface Registry {
  readonly versions: (chart: PublishedChart) => Promise<readonly string[]>
  /** `sha256:…`: of the manifest in an OCI registry, of the archive in an HTTP repository. */
  readonly digest: (chart: PublishedChart, version: string) => Promise<string>
  readonly archive: (chart: PublishedChart, version: string) => Promise<Uint8Array>
}

export const isOci = (url: string): boolean => url.startsWith('oci://')

/** The largest archive of a chart that is taken, in bytes. Helm itself stores releases in Secrets of 1 MiB. */
const archiveLimit = 32 * 1024 * 1024

/** Asks each HTTP repository for its index once. */
export const registryOver = (ask: Ask): Registry => {
  const indices = new Map<string, Promise<string>>()
  const indexOf = (url: string): Promise<string> => {
    const index = indices.get(url) ?? fetchIndex(ask, url)
    indices.set(url, index)
    return index
  }
  const indexed = async ({ name, url }: PublishedChart) => indexedVersions(await indexOf(url), url, name)
  const one = async (chart: PublishedChart, version: string): Promise<IndexedVersion> => {
    const found = (await indexed(chart)).find((entry) => isSameVersion(entry.version, version))
    if (found === undefined) throw new Unanswered(`${hostOf(chart.url)} has no ${chart.name} ${version}`)
    return found
  }
  const fetchArchive = async (chart: PublishedChart, version: string): Promise<Uint8Array> => {
    const { archive, digest } = await one(chart, version)
    if (archive === undefined)
      throw new Unanswered(`the index.yaml of ${chart.url} does not say where ${chart.name} ${version} is`)
    const { status, body } = await ask({ url: archive, limit: archiveLimit })
    if (status !== 200) throw new Unanswered(`${hostOf(archive)} answered ${status} to a question about ${archive}`)
    if (digest !== undefined && sha256(body) !== digest)
      throw new Unanswered(`what is at ${archive} is not what the index.yaml of ${chart.url} promises`)
    return body
  }
  return {
    versions: async (chart) =>
      isOci(chart.url) ? ociVersions(ask, chart.url) : (await indexed(chart)).map(({ version }) => version),
    digest: async (chart, version) => {
      if (isOci(chart.url)) return ociDigest(ask, chart.url, version)
      return (await one(chart, version)).digest ?? sha256(await fetchArchive(chart, version))
    },
    archive: (chart, version) =>
      isOci(chart.url) ? ociArchive(ask, chart.url, version, archiveLimit) : fetchArchive(chart, version),
  }
}
