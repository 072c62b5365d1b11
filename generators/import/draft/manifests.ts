import { grouped } from '../../grouped.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at, equal } from '../../plan/values.ts'
import { groupOf } from '../kustomize/resource.ts'
import type { ImportedManifests } from '../manifests/groups.ts'
import type { DraftComponent } from './component.ts'

/** Plain objects that belong together, and the cluster that has them. */
export interface PlacedManifests {
  readonly cluster: string
  readonly manifests: ImportedManifests
}

/** Plain objects of all clusters as components: what is the same for all that have it once, the rest for each alone. */
export const manifestsComponents = (placed: readonly PlacedManifests[]): readonly DraftComponent[] =>
  [...grouped(placed, ({ manifests }) => `${manifests.namespace}/${manifests.name}`).values()].flatMap((all) => {
    const clusters = all.map(({ cluster }) => cluster)
    const everywhere = (object: KubernetesObject): boolean =>
      all.every(({ manifests }) => manifests.objects.some((one) => equal(one, object)))
    const [first] = all
    if (first === undefined) return []
    const { name } = first.manifests
    const shared = first.manifests.objects.filter(everywhere)
    const own = all.flatMap(({ cluster, manifests }) =>
      split(
        `${name}-${cluster}`,
        manifests.objects.filter((one) => !everywhere(one)),
        manifests,
        [cluster],
      ),
    )
    return [...split(name, shared, first.manifests, clusters), ...own]
  })

/** Definitions apart from what is defined by them: the API server refuses both together. */
const split = (
  name: string,
  objects: readonly KubernetesObject[],
  { namespace, origin }: ImportedManifests,
  clusters: readonly string[],
): readonly DraftComponent[] => {
  const definitions = objects.filter(isDefinition)
  const others = objects.filter((object) => !isDefinition(object))
  const component = (called: string, members: readonly KubernetesObject[]): readonly DraftComponent[] =>
    members.length === 0
      ? []
      : [
          {
            namespace,
            name: called,
            origin,
            content: {
              kind: 'manifests',
              objects: members,
              requires: [...new Set(members.flatMap(customGroup))].sort(),
            },
            clusters: new Map(clusters.map((cluster) => [cluster, []])),
            provides: [...new Set(members.filter(isDefinition).map(({ spec }) => String(at(spec, 'group'))))].sort(),
          },
        ]
  return [...component(definitions.length === 0 ? name : `${name}-crds`, definitions), ...component(name, others)]
}

const isDefinition = ({ kind }: KubernetesObject): boolean => kind === 'CustomResourceDefinition'

/** The group of a custom resource. Kubernetes' own have no dot, or end as its own do. */
const customGroup = (object: KubernetesObject): readonly string[] => {
  const group = groupOf(object)
  const isOwn = !group.includes('.') || builtIn.test(group)
  return isOwn ? [] : [group]
}

const builtIn =
  /^(admissionregistration|apiextensions|apiregistration|authentication|authorization|certificates|coordination|discovery|events|flowcontrol\.apiserver|internal\.apiserver|networking|node|rbac\.authorization|resource|scheduling|storage|storagemigration)\.k8s\.io$/
