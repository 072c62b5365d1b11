import fc from 'fast-check'
import { expect, test } from 'vitest'
import { manifests } from '../../../generators/fleet/application.ts'
import { flux } from '../../../generators/fleet/cluster.ts'
import { environment } from '../../../generators/fleet/environment.ts'
import { defineFleet } from '../../../generators/fleet/fleet.ts'
import { namespace } from '../../../generators/fleet/namespace.ts'
import { daemonSet } from '../../../generators/objects/kubernetes/daemon-set.ts'
import { service, serviceUrl } from '../../../generators/objects/kubernetes/service.ts'
import { type Pod, policiesIn, reaches } from '../../support/network.ts'
import { tree } from '../../support/tree.ts'

/** A program that answers at one port, and asks some others. */
interface Program {
  readonly home: 'a' | 'b'
  /** The port of its Pods; its Service has another. */
  readonly port: 4317 | 8080
  readonly isOnNode: boolean
  /** Which of the others it talks to, by their place in the list. */
  readonly asks: readonly number[]
}

const program = fc.record<Program>({
  home: fc.constantFrom('a', 'b'),
  port: fc.constantFrom(4317, 8080),
  isOnNode: fc.nat(5).map((n) => n === 0),
  asks: fc.uniqueArray(fc.nat(4), { maxLength: 3 }),
})

const nameOf = (index: number): string => `p${index}`

/** Whom a program asks, itself and what is not there left out. */
const asked = (programs: readonly Program[], index: number): readonly number[] =>
  (programs[index]?.asks ?? []).filter((other) => other !== index && other < programs.length)

const component = (programs: readonly Program[], index: number) => {
  const { port, isOnNode } = programs[index]!
  const name = nameOf(index)
  return manifests({
    name,
    objects: [
      service({ name, port: { name: 'in', port: 80 } }),
      daemonSet({
        name,
        user: 1000,
        container: { name, image: 'registry.example/program:1.0.0', ports: [{ name: 'in', containerPort: port }] },
        ...(isOnNode ? { shares: { hostNetwork: true } } : {}),
      }),
    ],
    provides: ({ namespace }) => [{ kind: 'endpoint', name: 'otlp', url: serviceUrl(name, namespace, 80) }],
    requires: () =>
      asked(programs, index).map((other) => ({ kind: 'endpoint', name: 'otlp', from: nameOf(other) }) as const),
  })
}

const fleetOf = (programs: readonly Program[], closed: readonly string[]) => {
  const indices = programs.map((_, index) => index)
  const at = (home: Program['home']) =>
    namespace(
      { networkPolicies: closed.includes(home) },
      indices.filter((one) => programs[one]?.home === home).map((one) => component(programs, one)),
    )
  return defineFleet({
    repository: { url: 'https://github.com/example/platform', branch: 'main' },
    environments: { dev: environment({}) },
    clusters: {
      here: flux({
        environment: 'dev',
        distribution: 'k3s',
        network: 'calico',
        namespaces: { a: at('a'), b: at('b') },
      }),
    },
  })
}

test('of any programs in any namespaces, those can reach each other that say so, and no others', () => {
  fc.assert(
    fc.property(fc.array(program, { minLength: 2, maxLength: 5 }), fc.subarray(['a', 'b']), (programs, closed) => {
      const [cluster] = tree(fleetOf(programs, closed)).clusters
      const policies = policiesIn(cluster!)
      const pod = (index: number): Pod => ({
        namespace: programs[index]!.home,
        labels: { 'app.kubernetes.io/name': nameOf(index) },
      })
      for (const from of programs.keys()) {
        for (const to of programs.keys()) {
          if (from === to || programs[from]?.isOnNode || programs[to]?.isOnNode) continue
          for (const port of [4317, 8080, 80]) {
            const answer = { from, to, port, reaches: reaches(policies, pod(from), pod(to), port) }
            expect(answer).toEqual({ from, to, port, reaches: expected(programs, closed, from, to, port) })
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})

/** What the description alone says of it. */
const expected = (
  programs: readonly Program[],
  closed: readonly string[],
  from: number,
  to: number,
  port: number,
): boolean => {
  const says = (one: number, other: number) => asked(programs, one).includes(other) && programs[other]?.port === port
  const isOnNode = (one: number) => programs[one]?.isOnNode === true
  const everyone = [...programs.keys()]
  // What is on a node's own network cannot be named: whoever asks it may ask anybody at that port, and where it asks, anybody may.
  const mayLeave = says(from, to) || everyone.some((other) => isOnNode(other) && says(from, other))
  const mayEnter = says(from, to) || everyone.some((other) => isOnNode(other) && says(other, to))
  return (mayLeave || !closed.includes(programs[from]!.home)) && (mayEnter || !closed.includes(programs[to]!.home))
}
