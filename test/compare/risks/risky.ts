import { parse } from 'yaml'
import type { ComponentChange, ObjectChange } from '../../../generators/compare/change.ts'
import type { Deployed, DeployedPair, Release } from '../../../generators/compare/deployed.ts'
import { identityKey, identityOf } from '../../../generators/compare/identity.ts'
import type { Hazard } from '../../../generators/compare/risks/hazard.ts'
import { isOwner } from '../../../generators/compare/risks/owner.ts'
import { type ClusterStates, subjectOf } from '../../../generators/compare/risks/subject.ts'
import type { Values } from '../../../generators/fleet/component.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { equal } from '../../../generators/plan/values.ts'
import { objectsIn } from '../../../generators/verify/objects-in.ts'

/** What a component brings: YAML of its objects, and of those that handle it; or what its release is told. */
export interface Side {
  readonly objects?: string
  /** Default: the Flux Kustomization below, which prunes. */
  readonly control?: string
  readonly values?: string
  readonly chart?: { readonly name?: string; readonly version?: string; readonly url?: string }
  readonly release?: string
  /** What helm makes of the release: YAML of objects. */
  readonly charted?: string
}

/** `undefined`, where the component is not there. */
export interface Sides {
  readonly before: Side | undefined
  readonly after: Side | undefined
  readonly cluster?: ClusterStates
}

export const kustomization = (spec = 'prune: true'): string => `
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: app, namespace: monitoring }
spec: { path: ./apps/dev/app, ${spec} }
`

/** What a hazard finds, without the reasons. */
export const told = (hazard: Hazard, sides: Sides): readonly string[] => found(hazard, sides).map(({ what }) => what)

/** What a hazard finds. */
export const found = ({ among }: Hazard, sides: Sides) => {
  const { change, pair } = changing(sides)
  return among(subjectOf(change, pair, sides.cluster))
}

export const changing = (sides: Sides): { readonly change: ComponentChange; readonly pair: DeployedPair } => {
  const address = { cluster: 'one', namespace: 'monitoring', component: 'app' }
  const before = sides.before === undefined ? undefined : deployed(sides.before)
  const after = sides.after === undefined ? undefined : deployed(sides.after)
  const charted = [sides.before?.charted, sides.after?.charted]
  const change: ComponentChange['change'] = {
    what: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    objects: objectChanges(before?.content.objects, after?.content.objects),
    control: objectChanges(before?.control, after?.control),
    ...(charted.some((one) => one !== undefined)
      ? { charted: objectChanges(objectsIn(charted[0] ?? ''), objectsIn(charted[1] ?? '')) }
      : {}),
  }
  return {
    change: { ...address, environment: 'dev', change, files: [] },
    pair: { ...address, files: [], ...(before && { before }), ...(after && { after }) },
  }
}

/** A component as a cluster would see it. */
export const deployed = (side: Side, named: Partial<Deployed> = {}): Deployed => {
  const all = [...objectsIn(side.objects ?? ''), ...objectsIn(side.control ?? kustomization())]
  const isControl = (object: KubernetesObject): boolean => isOwner(object) || object.kind === 'AppProject'
  const release = releaseOf(side)
  return {
    cluster: 'one',
    namespace: 'monitoring',
    component: 'app',
    environment: 'dev',
    place: [],
    folder: 'apps/dev/monitoring/app',
    control: all.filter(isControl),
    content: { objects: all.filter((object) => !isControl(object)), ...(release && { release }) },
    ...named,
  }
}

const releaseOf = ({ values, chart, release = 'app' }: Side): Release | undefined =>
  values === undefined && chart === undefined
    ? undefined
    : {
        name: release,
        chart: { name: 'loki', url: 'oci://ghcr.io/example/loki', version: '1.0.0', ...chart },
        values: (parse(values ?? '{}') ?? {}) as Values,
      }

const objectChanges = (
  before: readonly KubernetesObject[] = [],
  after: readonly KubernetesObject[] = [],
): readonly ObjectChange[] => {
  const identities = new Map([...before, ...after].map((one) => [identityKey(identityOf(one)), identityOf(one)]))
  return [...identities].flatMap(([key, identity]): readonly ObjectChange[] => {
    const isIt = (one: KubernetesObject): boolean => identityKey(identityOf(one)) === key
    const was = before.find(isIt)
    const is = after.find(isIt)
    if (equal(was, is)) return []
    const what = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    return [{ identity, what, fields: [], ...(was && { before: was }), ...(is && { after: is }) }]
  })
}
