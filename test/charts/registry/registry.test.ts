import { afterEach, describe, expect, test } from 'vitest'
import { authorized, type LoginFor } from '../../../generators/charts/registry/authorized.ts'
import { type Registry, registryOver } from '../../../generators/charts/registry/registry.ts'
import { askOverHttp } from '../../../generators/output/http.ts'
import { chartArchive, smallChart } from './chart-archive.ts'
import { type FakeRegistry, type FakeSettings, fakeRegistry } from './fake-registry.ts'
import { digestOf, storedChart } from './oci-chart.ts'

let server: FakeRegistry
afterEach(() => server.close())

const nobody: LoginFor = async () => undefined
const as =
  (login: string): LoginFor =>
  async () => {
    const [username = '', password = ''] = login.split(':')
    return { username, password }
  }

/** The registry of these settings, and its chart `web`. */
const opened = async (settings: FakeSettings, loginFor = nobody) => {
  server = await fakeRegistry(settings)
  const registry = registryOver(authorized(askOverHttp({ timeout: 400 }), loginFor))
  return { registry, web: { name: 'web', url: `oci://${server.host}/charts/web` } }
}

const archive = smallChart('web', '1.2.3')
const stored = storedChart(archive)
const charts = { 'charts/web': { '1.0.0': stored, '1.2.3': stored, '1.3.0_build.1': stored, latest: stored } }

describe('an OCI registry', () => {
  test('has tags as versions, a plus sign as Helm writes it, over as many pages as it likes', async () => {
    const { registry, web } = await opened({ charts, page: 3 })
    expect(await registry.versions(web)).toEqual(['1.0.0', '1.2.3', '1.3.0+build.1', 'latest'])
    expect(server.asked).toEqual([
      'GET /v2/charts/web/tags/list?n=1000 as nobody',
      'GET /v2/charts/web/tags/list?n=3&last=1.3.0_build.1 as nobody',
    ])
  })

  test('tells the digest of a version without sending it', async () => {
    const { registry, web } = await opened({ charts })
    expect(await registry.digest(web, '1.3.0+build.1')).toBe(stored.digest)
    expect(server.asked).toEqual(['HEAD /v2/charts/web/manifests/1.3.0_build.1 as nobody'])
  })

  test('that tells no digest is asked for the manifest, which has one', async () => {
    const { registry, web } = await opened({
      instead: (path) => (path.includes('/manifests/') ? { status: 200, body: String(stored.manifest) } : undefined),
    })
    expect(await registry.digest(web, '1.2.3')).toBe(stored.digest)
  })

  test('sends the archive of a chart', async () => {
    const { registry, web } = await opened({ charts })
    expect(digestOf(Buffer.from(await registry.archive(web, '1.2.3')))).toBe(digestOf(archive))
  })
})

describe('who asks:', () => {
  test('a registry that gives tokens to anybody is asked for one, once for a repository', async () => {
    const { registry, web } = await opened({ charts, login: 'anybody' })
    await registry.versions(web)
    await registry.digest(web, '1.2.3')
    const token = 'Bearer for-repository:charts/web:pull'
    expect(server.asked).toEqual([
      'GET /v2/charts/web/tags/list?n=1000 as nobody',
      'GET /token?service=fake&scope=repository%3Acharts%2Fweb%3Apull as nobody',
      `GET /v2/charts/web/tags/list?n=1000 as ${token}`,
      `HEAD /v2/charts/web/manifests/1.2.3 as ${token}`,
    ])
  })

  test.each([
    ['a token for a login', false],
    ['the login itself', true],
  ])('%s opens a private registry', async (_, basic) => {
    const { registry, web } = await opened({ charts, login: 'ann:secret', basic }, as('ann:secret'))
    expect(await registry.digest(web, '1.2.3')).toBe(stored.digest)
  })

  test.each([
    ['nobody', nobody, false],
    ['nobody, where it wants a password itself', nobody, true],
    ['somebody with a wrong password', as('ann:guess'), false],
  ])('%s is told how to log in', async (_, loginFor, basic) => {
    const { registry, web } = await opened({ charts, login: 'ann:secret', basic }, loginFor)
    await expect(registry.versions(web)).rejects.toThrow(
      `${server.host} wants to know who asks: log in with docker login`,
    )
  })

  test('a password is not sent to where a registry says, over a network in the open', async () => {
    const headers = { 'www-authenticate': 'Bearer realm="http://tokens.example.com/"' }
    const { registry, web } = await opened({ instead: () => ({ status: 401, headers }) }, as('ann:secret'))
    await expect(registry.versions(web)).rejects.toThrow(
      'for its tokens to http://tokens.example.com/, which is not safe',
    )
  })
})

describe('an HTTP repository', () => {
  const index = (host: string) => `apiVersion: v1
entries:
  other:
  - version: 9.9.9
  web:
  - apiVersion: v2
    digest: ${digestOf(archive).slice('sha256:'.length)}
    urls:
    - web-1.2.3.tgz
    version: 1.2.3
  - urls: ['http://${host}/elsewhere/web-1.0.0.tgz']
    version: 1.0.0
generated: "2026-08-01T00:00:00Z"
`
  const published = async (other: Readonly<Record<string, string | Buffer>> = {}) => {
    const files: Record<string, string | Buffer> = {
      '/charts/web-1.2.3.tgz': archive,
      '/elsewhere/web-1.0.0.tgz': archive,
    }
    const { registry } = await opened({ files })
    Object.assign(files, { '/charts/index.yaml': index(server.host) }, other)
    return { registry, web: { name: 'web', url: `http://${server.host}/charts/` } }
  }

  test('has versions in its index, which is fetched once', async () => {
    const { registry, web } = await published()
    expect(await registry.versions(web)).toEqual(['1.2.3', '1.0.0'])
    expect(await registry.versions({ ...web, name: 'other' })).toEqual(['9.9.9'])
    expect(server.asked).toEqual(['GET /charts/index.yaml as nobody'])
  })

  test('has the digest of an archive in its index, or sends the archive to take it from', async () => {
    const { registry, web } = await published()
    expect(await registry.digest(web, '1.2.3')).toBe(digestOf(archive))
    expect(await registry.digest(web, '1.0.0')).toBe(digestOf(archive))
    expect(server.asked.slice(1)).toEqual(['GET /elsewhere/web-1.0.0.tgz as nobody'])
  })

  test('whose index is written by another hand is read all the same', async () => {
    const body = JSON.stringify({ entries: { web: [{ version: '2.0.0' }] } })
    const { registry, web } = await published({ '/charts/index.yaml': body })
    expect(await registry.versions(web)).toEqual(['2.0.0'])
  })

  test.each<[string, string, (registry: Registry, url: string) => Promise<unknown>, string]>([
    ['has no such chart', '', (registry, url) => registry.versions({ name: 'wbe', url }), 'has no chart wbe'],
    ['has no such version', '', (registry, url) => registry.digest({ name: 'web', url }, '7.0.0'), 'has no web 7.0.0'],
    [
      'is a web site',
      '<html>',
      (registry, url) => registry.versions({ name: 'web', url }),
      'is none of a repository of charts',
    ],
  ])('that %s is told', async (_, body, ask, told) => {
    const { registry, web } = await published(body === '' ? {} : { '/charts/index.yaml': body })
    await expect(ask(registry, web.url)).rejects.toThrow(told)
  })

  test('whose archive is another than its index says is not believed', async () => {
    const { registry, web } = await published({
      '/charts/web-1.2.3.tgz': chartArchive({ 'web/Chart.yaml': 'name: evil' }),
    })
    await expect(registry.archive(web, '1.2.3')).rejects.toThrow('is not what the index.yaml of')
  })
})

describe('a registry is told by its name when it', () => {
  const tags = '/v2/charts/web/tags/list'
  test.each<[string, FakeSettings, string]>([
    ['has no such chart', {}, 'has no charts/web'],
    ['is broken', { instead: () => ({ status: 503 }) }, 'answered 503 to a question about charts/web'],
    [
      'says something else',
      { instead: () => ({ status: 200, body: '<html>' }) },
      'answered something that is no registry',
    ],
    ['has tags of another kind', { instead: () => ({ status: 200, body: '{"tags":7}' }) }, 'answered no list of tags'],
    ['says nothing', { instead: () => 'silence' }, 'did not answer within 0.4 s'],
    [
      'leads on for ever',
      { instead: () => ({ status: 200, body: '{"tags":[]}', headers: { link: `<${tags}?more>; rel="next"` } }) },
      'has no end of tags',
    ],
    [
      'sends on to somebody else',
      { instead: () => ({ status: 200, body: '{"tags":[]}', headers: { link: '<http://10.0.0.1/>; rel="next"' } }) },
      'sends on to 10.0.0.1 for more tags',
    ],
  ])('%s', async (_, settings, told) => {
    const { registry, web } = await opened(settings)
    await expect(registry.versions(web)).rejects.toThrow(`${server.host} ${told}`)
  })

  test('is not there at all', async () => {
    const { registry, web } = await opened({})
    await server.close()
    await expect(registry.versions(web)).rejects.toThrow(`${server.host} does not listen`)
  })

  test('has an image where a chart is looked for', async () => {
    const image = storedChart(archive, 'application/vnd.oci.image.layer.v1.tar+gzip')
    const { registry, web } = await opened({ charts: { 'charts/web': { '1.2.3': image } } })
    await expect(registry.archive(web, '1.2.3')).rejects.toThrow("has charts/web:1.2.3, but that is no chart of Helm's")
  })

  test('sends another archive than it promised', async () => {
    const { registry, web } = await opened({
      charts,
      instead: (path) => (path.includes('/blobs/') ? { status: 200, body: 'else' } : undefined),
    })
    await expect(registry.archive(web, '1.2.3')).rejects.toThrow('is not what its manifest promises')
  })
})
