import type { KubernetesObject } from '../kubernetes-object.ts'
import { folderAt } from '../objects/flux/kustomization.ts'
import { fromAnnotation } from '../objects/from-annotation.ts'
import { at } from '../plan/values.ts'
import type { Place } from '../problem.ts'
import { isApplication, sourcesOf } from '../verify/argo-application.ts'
import { valuesFilesOf } from '../verify/releases/argo-releases.ts'
import { isKustomization } from '../verify/units.ts'
import type { Item } from './build/item.ts'

/** What a controller applies by itself in a cluster, or brings of its own: a component, before it is built. */
export interface Unit {
  readonly namespace: string
  readonly component: string
  readonly place: Place
  /** The Kustomization, or the Application behind its AppProject. */
  readonly control: readonly KubernetesObject[]
  readonly brings: Brings
  /** The files that its own objects stand in, as far as they are known. */
  readonly files: readonly string[]
}

/** A folder that is built, a chart that an Application installs with files of values, or objects that are there already. */
export type Brings =
  | { readonly folder: string }
  | { readonly application: KubernetesObject; readonly valuesFiles: readonly string[] }
  | { readonly items: readonly Item[] }

/** The units among what a cluster's folder comes to, and what is none. */
export const unitsAmong = (items: readonly Item[], namespace: string) => {
  const projects = new Map(items.filter(isProject).map((item) => [item.object.metadata.name, item]))
  const units = items.flatMap((item): readonly Unit[] => {
    if (isKustomization(item.object)) return [fluxUnit(item, namespace)]
    return isApplication(item.object) ? [argoUnit(item, projects.get(String(at(item.object, 'spec.project'))))] : []
  })
  const control = new Set(units.flatMap((unit) => unit.control))
  return { units, others: items.filter(({ object }) => !control.has(object)) }
}

const isProject = ({ object: { apiVersion, kind } }: Item): boolean =>
  apiVersion.startsWith('argoproj.io/') && kind === 'AppProject'

const fluxUnit = ({ object, file }: Item, namespace: string): Unit => ({
  namespace: object.metadata.namespace ?? namespace,
  component: object.metadata.name,
  place: placeOf(object),
  control: [object],
  brings: { folder: folderAt(String(at(object, 'spec.path') ?? '')) },
  files: file === undefined ? [] : [file],
})

/** Applications stand in one namespace together, so that a name begins with the one that its objects are put into. */
const argoUnit = ({ object, file }: Item, project: Item | undefined): Unit => {
  const namespace = String(at(object, 'spec.destination.namespace') ?? object.metadata.namespace ?? 'default')
  const { name } = object.metadata
  return {
    namespace,
    component: name.startsWith(`${namespace}.`) ? name.slice(namespace.length + 1) : name,
    place: placeOf(object),
    control: project === undefined ? [object] : [project.object, object],
    brings: broughtBy(object),
    files: [...new Set([file, project?.file].filter((one) => one !== undefined))],
  }
}

const broughtBy = (application: KubernetesObject): Brings => {
  const sources = sourcesOf(application)
  const folder = sources.find(({ path }) => path !== undefined)?.path
  return folder === undefined
    ? { application, valuesFiles: sources.flatMap(valuesFilesOf) }
    : { folder: folderAt(folder) }
}

const placeOf = ({ metadata: { annotations } }: KubernetesObject): Place =>
  annotations?.[fromAnnotation]?.split('.') ?? []
