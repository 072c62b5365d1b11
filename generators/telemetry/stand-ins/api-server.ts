import type { ServerResponse } from 'node:http'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { toYaml } from '../../output/yaml/emit.ts'
import { loopback } from '../moving/addresses.ts'
import { type StandIn, serve } from './serve.ts'
import { podObject } from './workload.ts'

/** A rule of a ClusterRole. */
export interface Right {
  readonly apiGroups?: readonly string[]
  readonly resources?: readonly string[]
  readonly verbs?: readonly string[]
}

/** Tells the Pods of one node to whoever may list and watch them by these rights, and nothing else to nobody. */
export const apiServer = (port: number, rights: readonly Right[]): Promise<StandIn> =>
  serve(port, ({ url = '' }, answer) => {
    const { pathname, searchParams } = new URL(url, 'http://api')
    const asked = resourceIn(pathname)
    const verb = searchParams.get('watch') === 'true' ? 'watch' : 'list'
    if (asked === undefined) return say(answer, 404, status(404, 'NotFound'))
    if (!rights.some((right) => allows(right, asked, verb))) return say(answer, 403, status(403, 'Forbidden'))
    const items = asked.resource === 'pods' ? [podObject] : []
    if (verb === 'list') return say(answer, 200, { ...listOf(asked), metadata: { resourceVersion: '1' }, items })
    answer.writeHead(200, json)
    answer.flushHeaders()
    if (searchParams.get('sendInitialEvents') === 'true') watchFromStart(answer, asked, items)
  })

interface Asked {
  readonly group: string
  readonly version: string
  readonly resource: string
}

/** `/api/v1/pods`, `/apis/apps/v1/replicasets` */
const resourceIn = (path: string): Asked | undefined => {
  const [, group = '', version, resource] =
    /^\/(?:api|apis\/([^/]+))\/(v[^/]+)\/(?:namespaces\/[^/]+\/)?([a-z]+)$/.exec(path) ?? []
  return version === undefined || resource === undefined ? undefined : { group, version, resource }
}

const allows = ({ apiGroups = [], resources = [], verbs = [] }: Right, { group, resource }: Asked, verb: string) =>
  apiGroups.includes(group) && resources.includes(resource) && verbs.includes(verb)

const kinds: Readonly<Record<string, string>> = { pods: 'Pod', nodes: 'Node', namespaces: 'Namespace' }
const kindOf = ({ resource }: Asked): string => kinds[resource] ?? 'Object'
const versionOf = ({ group, version }: Asked): string => (group === '' ? version : `${group}/${version}`)
const listOf = (asked: Asked) => ({ kind: `${kindOf(asked)}List`, apiVersion: versionOf(asked) })

/** What is there, and then that this was all; the connection stays, and nothing happens any more. */
const watchFromStart = (answer: ServerResponse, asked: Asked, items: readonly object[]): void => {
  const typed = { kind: kindOf(asked), apiVersion: versionOf(asked) }
  const end = { ...typed, metadata: { resourceVersion: '1', annotations: { 'k8s.io/initial-events-end': 'true' } } }
  for (const item of items) answer.write(`${JSON.stringify({ type: 'ADDED', object: { ...typed, ...item } })}\n`)
  answer.write(`${JSON.stringify({ type: 'BOOKMARK', object: end })}\n`)
}

const json = { 'content-type': 'application/json' }

const say = (answer: ServerResponse, code: number, body: object): void => {
  answer.writeHead(code, json).end(JSON.stringify(body))
}

const status = (code: number, reason: string) => ({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason })

/** What the service account of this name may do in the whole cluster. */
export const rightsOf = (objects: readonly KubernetesObject[], account: string): readonly Right[] =>
  objects.flatMap(({ kind, metadata, rules }) =>
    kind === 'ClusterRole' && metadata.name === account ? (rules as readonly Right[]) : [],
  )

/** How a container finds it, with no credentials. */
export const kubeconfig = (port: number): string => {
  const [name, server] = ['here', `http://${loopback}:${port}`]
  return toYaml({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server } }],
    users: [{ name, user: {} }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  })
}
