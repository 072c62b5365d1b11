import { type Answer, type Ask, hostOf, jsonOf, Unanswered } from './ask.ts'
import { isDigest, sha256 } from './digest.ts'
import { ociAddress, tagOf, versionOf } from './oci-address.ts'

const manifestTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ')

/** The layer that is the chart itself. Helm before 3.7 called it otherwise. */
const chartTypes: readonly unknown[] = ['application/vnd.cncf.helm.chart.content.v1.tar+gzip', 'application/tar+gzip']

/** More pages than any chart has versions; a registry that leads on for ever is left. */
const mostPages = 500

/** What a chart's repository in an OCI registry has as tags, as versions. */
export const ociVersions = async (ask: Ask, url: string): Promise<readonly string[]> => {
  const { api, host, repository } = ociAddress(url)
  const tags: string[] = []
  let page: string | undefined = `${api}/tags/list?n=1000`
  for (let pages = 0; page !== undefined; pages += 1) {
    if (pages === mostPages) throw new Unanswered(`${host} has no end of tags of ${repository}`)
    const answer: Answer = await ask({ url: page })
    const { tags: some } = jsonOf(good(answer, host, repository), host)
    if (some !== null && !Array.isArray(some)) throw new Unanswered(`${host} answered no list of tags of ${repository}`)
    tags.push(...(some ?? []).filter((tag) => typeof tag === 'string'))
    page = nextPage(answer, page)
  }
  return tags.map(versionOf)
}

/** The digest of the manifest that a version's tag leads to now: `sha256:…`. */
export const ociDigest = async (ask: Ask, url: string, version: string): Promise<string> => {
  const { api, host, repository } = ociAddress(url)
  const question = { url: `${api}/manifests/${tagOf(version)}`, headers: { accept: manifestTypes } }
  const what = `${repository}:${tagOf(version)}`
  const digest = good(await ask({ ...question, method: 'HEAD' }), host, what).header('docker-content-digest')
  // The header is no duty of a registry; the digest is that of the text all the same.
  const found = digest ?? sha256(good(await ask(question), host, what).body)
  if (!isDigest(found)) throw new Unanswered(`${host} answered no digest of ${what}`)
  return found
}

/** The archive of a chart in one version. */
export const ociArchive = async (ask: Ask, url: string, version: string, limit: number): Promise<Uint8Array> => {
  const { api, host, repository } = ociAddress(url)
  const what = `${repository}:${tagOf(version)}`
  const manifest = await ask({ url: `${api}/manifests/${tagOf(version)}`, headers: { accept: manifestTypes } })
  const { layers } = jsonOf(good(manifest, host, what), host)
  const chart = (Array.isArray(layers) ? layers : []).find((layer) => chartTypes.includes(layer?.mediaType))
  if (!isDigest(chart?.digest)) throw new Unanswered(`${host} has ${what}, but that is no chart of Helm's`)
  const { body } = good(await ask({ url: `${api}/blobs/${chart.digest}`, limit }), host, what)
  if (sha256(body) !== chart.digest)
    throw new Unanswered(`what ${host} has as ${what} is not what its manifest promises`)
  return body
}

const good = (answer: Answer, host: string, what: string): Answer => {
  if (answer.status === 200) return answer
  if (answer.status === 404) throw new Unanswered(`${host} has no ${what}`)
  throw new Unanswered(`${host} answered ${answer.status} to a question about ${what}`)
}

/** `Link: </v2/…/tags/list?last=1.2.3&n=100>; rel="next"`. Another host than the one that was asked is none of its business. */
const nextPage = (answer: Answer, page: string): string | undefined => {
  const [, target] = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(answer.header('link') ?? '') ?? []
  if (target === undefined || !URL.canParse(target, page)) return undefined
  const next = new URL(target, page)
  if (next.host !== hostOf(page)) throw new Unanswered(`${hostOf(page)} sends on to ${next.host} for more tags`)
  return next.href
}
