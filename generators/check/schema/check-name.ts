import { checkScalar } from './check-scalar.ts'
import { report, type Walk } from './finding.ts'
import { type KnownPattern, knownPatterns } from './known-patterns.ts'
import { compilePattern } from './pattern.ts'
import type { ScalarSchema } from './schema.ts'

const named = ({ pattern }: KnownPattern, maxLength: number): ScalarSchema => ({
  type: 'string',
  pattern: compilePattern(pattern),
  minLength: 1,
  maxLength,
})

const dnsLabel = named(knownPatterns.dnsLabel, 63)
const dnsSubdomain = named(knownPatterns.dnsSubdomain, 253)
const pathSegment = named(knownPatterns.pathSegment, 253)

/** The names of most kinds are DNS subdomains. These are not; the controller of CronJobs appends eleven characters. */
const exceptions: ReadonlyMap<string, ScalarSchema> = new Map([
  ['v1 Namespace', dnsLabel],
  ['v1 Service', dnsLabel],
  ['apps/v1 StatefulSet', dnsLabel],
  ['batch/v1 CronJob', named(knownPatterns.dnsSubdomain, 52)],
  ['rbac.authorization.k8s.io/v1 ClusterRole', pathSegment],
  ['rbac.authorization.k8s.io/v1 ClusterRoleBinding', pathSegment],
  ['rbac.authorization.k8s.io/v1 Role', pathSegment],
  ['rbac.authorization.k8s.io/v1 RoleBinding', pathSegment],
  ['policy/v1 PodDisruptionBudget', pathSegment],
  // An address, which may have colons.
  ['networking.k8s.io/v1 IPAddress', pathSegment],
])

/** Checks `metadata.name` as the API server does for the kind. An object without one cannot be applied. */
export const checkName = (
  object: Readonly<Record<string, unknown>>,
  apiVersion: string,
  kind: string,
  walk: Walk,
): void => {
  const { metadata } = object
  const name = typeof metadata === 'object' && metadata !== null && 'name' in metadata ? metadata.name : undefined
  walk.path.push('metadata', 'name')
  if (name === undefined || name === null) report(walk, 'is missing', 'add it')
  else if (typeof name === 'string') checkScalar(name, exceptions.get(`${apiVersion} ${kind}`) ?? dnsSubdomain, walk)
  walk.path.length -= 2
}
