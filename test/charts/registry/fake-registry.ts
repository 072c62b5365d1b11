import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { manifestType, type StoredChart } from './oci-chart.ts'

/** A server on loopback that speaks as much of the distribution API as a client of charts needs. */
export interface FakeRegistry {
  /** `127.0.0.1:40123` */
  readonly host: string
  /** What was asked so far: `GET /v2/charts/web/tags/list as nobody`. */
  readonly asked: readonly string[]
  readonly close: () => Promise<void>
}

/** An answer in the place of the right one; `silence` is none at all. */
export type Instead =
  | { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> }
  | 'silence'

export interface FakeSettings {
  /** Charts by repository and tag. */
  readonly charts?: Readonly<Record<string, Readonly<Record<string, StoredChart>>>>
  /** Files of an HTTP repository, by path: `/charts/index.yaml`. */
  readonly files?: Readonly<Record<string, string | Buffer>>
  /** How many tags a page has. Default: all of them. */
  readonly page?: number
  /** Who must ask: `anybody` with a token, or whoever has this `name:password`. Default: nobody need say. */
  readonly login?: string
  /** Passwords themselves, instead of tokens for them. Default `false`. */
  readonly basic?: boolean
  /** Default: any that is free. */
  readonly port?: number
  readonly instead?: (path: string) => Instead | undefined
}

export const fakeRegistry = async (settings: FakeSettings): Promise<FakeRegistry> => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(`${request.method} ${path} as ${whoAsks(request)}`)
    const instead = settings.instead?.(path)
    if (instead === 'silence') return
    if (instead !== undefined) answer(response, instead.status, instead.body ?? '', instead.headers)
    else respond(request, response, settings, `http://${request.headers.host}`)
  })
  await new Promise<void>((resolve) => server.listen(settings.port ?? 0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const whoAsks = ({ headers: { authorization } }: IncomingMessage): string => {
  const [, basic] = /^Basic (.*)$/.exec(authorization ?? '') ?? []
  return basic === undefined ? (authorization ?? 'nobody') : Buffer.from(basic, 'base64').toString()
}

const answer = (response: ServerResponse, status: number, body: string | Buffer, headers = {}): void => {
  response.writeHead(status, headers).end(body)
}

const respond = (request: IncomingMessage, response: ServerResponse, settings: FakeSettings, base: string) => {
  const { pathname, searchParams } = new URL(request.url ?? '', base)
  const { login, basic = false, files = {} } = settings
  const who = whoAsks(request)
  if (pathname === '/token') {
    const isKnown = login === 'anybody' || who === login
    return answer(response, isKnown ? 200 : 401, JSON.stringify({ token: `for-${searchParams.get('scope')}` }))
  }
  const [, repository = '', kind, reference = ''] = /^\/v2\/(.+)\/(tags|manifests|blobs)\/(.+)$/.exec(pathname) ?? []
  const scope = `repository:${repository}:pull`
  if (login !== undefined && who !== (basic ? login : `Bearer for-${scope}`)) {
    const challenge = basic ? 'Basic realm="here"' : `Bearer realm="${base}/token",service="fake",scope="${scope}"`
    return answer(response, 401, '{}', { 'www-authenticate': challenge })
  }
  const file = files[pathname]
  if (file !== undefined) return answer(response, 200, file)
  const tags = settings.charts?.[repository]
  if (tags === undefined) return answer(response, 404, '{"errors":[{"code":"NAME_UNKNOWN"}]}')
  if (kind === 'tags') return tagsPage(response, Object.keys(tags), pathname, searchParams, settings.page)
  const chart = tags[reference] ?? Object.values(tags).find((one) => one.digest === reference)
  if (kind === 'manifests' && chart !== undefined) {
    return answer(response, 200, request.method === 'HEAD' ? '' : chart.manifest, {
      'content-type': manifestType,
      'docker-content-digest': chart.digest,
    })
  }
  const blob = Object.values(tags)
    .map(({ blobs }) => blobs.get(reference))
    .find((one) => one !== undefined)
  answer(response, blob === undefined ? 404 : 200, blob ?? '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}')
}

const tagsPage = (
  response: ServerResponse,
  tags: readonly string[],
  path: string,
  search: URLSearchParams,
  size = tags.length,
) => {
  const from = tags.indexOf(search.get('last') ?? '') + 1
  const some = tags.slice(from, from + size)
  const link = `<${path}?n=${size}&last=${some.at(-1)}>; rel="next"`
  answer(response, 200, JSON.stringify({ tags: some }), from + size < tags.length ? { link } : {})
}
