import { isClusterScoped } from '../../objects/kubernetes/cluster-scoped.ts'
import type { ManifestsLayer } from '../../plan/layer.ts'
import { objectPlace } from '../../plan/written-at.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const ownNamespace: Rule = {
  name: 'own-namespace',
  because: 'a RoleBinding for kube-system landed in monitoring, where kustomize puts whatever a component brings',
  check: ({ layers }) => layers.flatMap((layer) => (layer.kind === 'manifests' ? strays(layer) : [])),
}

const strays = (layer: ManifestsLayer): readonly Problem[] =>
  layer.objects.flatMap((object, index) => {
    const { kind, metadata } = object
    const { namespace: said } = metadata
    if (said === undefined || said === layer.namespace || isClusterScoped(object)) return []
    return [
      {
        rule: ownNamespace.name,
        place: objectPlace(layer, index, ['metadata', 'namespace']),
        reason: `${kind} ${metadata.name} says that it belongs into ${said}, and would be put into ${layer.namespace}`,
        fix: `remove it, or bring the object by a component of its own in the namespace ${said}`,
      },
    ]
  })
