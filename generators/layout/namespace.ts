import type { CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import { keepMarks } from '../objects/kubernetes/keep.ts'
import { namespaceObject, podSecurityLabel } from '../objects/kubernetes/namespace.ts'
import {
  type KustomizationFile,
  type KustomizePatch,
  kustomizationFile,
} from '../objects/kustomize/kustomization-file.ts'
import { toYaml } from '../output/yaml/emit.ts'
import type { PatchStep } from '../plan/json-patch.ts'
import { type Folder, relativePath } from './folder.ts'

type Mesh = CompleteNamespace['settings']['mesh']

const componentNames: Readonly<Record<Mesh, string>> = { none: 'namespace-no-istio', istio: 'namespace-istio' }

/** What the Kustomize component says; a namespace that wants it otherwise patches it. */
const usualPodSecurity = 'privileged'

export const namespaceComponentPath = (mesh: Mesh): string => `infrastructure/components/${componentNames[mesh]}`

/** The Kustomize component that brings the Namespace of whoever includes it. */
export const namespaceComponentFolder = (mesh: Mesh): Folder => ({
  path: namespaceComponentPath(mesh),
  place: ['clusters'],
  entries: [
    { name: 'kustomization.yaml', yaml: kustomizationFile({ resources: ['namespace.yaml'] }, 'Component') },
    { name: 'namespace.yaml', yaml: namespaceObject(mesh, usualPodSecurity) },
  ],
})

/** What makes a namespace's folder bring its Namespace; nothing for one that somebody else makes. */
export const namespaceParts = (
  path: string,
  namespace: CompleteNamespace,
): Pick<KustomizationFile, 'components' | 'patches'> =>
  namespace.settings.exists
    ? {}
    : {
        components: [relativePath(path, namespaceComponentPath(namespace.settings.mesh))],
        patches: namespacePatches(namespace),
      }

/** What this namespace wants otherwise than the component has it. */
const namespacePatches = ({ settings }: CompleteNamespace): readonly KustomizePatch[] => {
  const steps: readonly PatchStep[] = [
    ...(settings.podSecurity === usualPodSecurity
      ? []
      : [
          {
            op: 'replace',
            path: `/metadata/labels/${pointer(podSecurityLabel)}`,
            value: settings.podSecurity,
          } as const,
        ]),
    ...(settings.keep
      ? []
      : Object.entries(keepMarks).flatMap(([member, marks]) =>
          Object.keys(marks).map((key) => ({ op: 'remove', path: `/metadata/${member}/${pointer(key)}` }) as const),
        )),
  ]
  return steps.length === 0 ? [] : [{ target: { version: 'v1', kind: 'Namespace' }, patch: toYaml(steps) }]
}

const pointer = (key: string): string => key.replaceAll('/', '~1')
