import { parseAllDocuments } from 'yaml'
import type { KubernetesObject } from '../kubernetes-object.ts'

/** The objects in a YAML text of any number of documents. Empty documents are left out. */
export const objectsIn = (yaml: string): readonly KubernetesObject[] =>
  parseAllDocuments(yaml).flatMap((document) => {
    const content: unknown = document.toJS()
    return content === null || content === undefined ? [] : [content as KubernetesObject]
  })

/** A Flux Kustomization as the verification reads it. */
export interface FluxKustomization {
  readonly name: string
  readonly namespace: string
  /** From the root of the repository, without `./`. */
  readonly folder: string
  readonly dependsOn: readonly { readonly name: string; readonly namespace: string }[]
}

export const fluxKustomizations = (objects: readonly KubernetesObject[]): readonly FluxKustomization[] =>
  objects
    .filter(({ apiVersion, kind }) => apiVersion.startsWith('kustomize.toolkit.fluxcd.io/') && kind === 'Kustomization')
    .map(({ metadata, spec }) => {
      const { path = '', dependsOn = [] } = (spec ?? {}) as {
        path?: string
        dependsOn?: readonly { name: string; namespace?: string }[]
      }
      const namespace = metadata.namespace ?? 'default'
      return {
        name: metadata.name,
        namespace,
        folder: path.replace(/^\.\//, ''),
        dependsOn: dependsOn.map((one) => ({ name: one.name, namespace: one.namespace ?? namespace })),
      }
    })
