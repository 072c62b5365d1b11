import { at } from '../../plan/values.ts'
import { mapOr, textOr } from '../kustomize/lists.ts'
import { groupOf, type Resource, resourcesIn } from '../kustomize/resource.ts'
import type { Origin } from '../note.ts'
import { folderOf, isWithin, joined } from '../paths.ts'
import type { ReadFolder } from '../reading/documents.ts'
import { fluxKustomization, isFluxKustomization } from './flux-kustomization.ts'

/** Where Flux starts to read for one cluster. */
export interface Entry {
  readonly cluster: string
  readonly folder: string
  readonly origin: Origin
  /** What bootstrap calls the repository in the cluster. */
  readonly source: string
}

/** The clusters of a repository, by what bootstrap wrote; else by the folders that start everything; else all is one. */
export const entriesOf = (read: ReadFolder): readonly Entry[] => {
  const resources = [...read.documents.values()].flat().flatMap(resourcesIn)
  const told = [...resources.flatMap(bootstrapped), ...resources.flatMap(operated)]
  const folders = told.length > 0 ? beside(told, resources) : startingFolders(resources)
  const isThere = ({ folder }: Start) => [...read.documents.keys()].some((file) => isWithin(file, folder))
  const starts = [...new Map([...told, ...folders].filter(isThere).map((one) => [one.folder, one])).values()]
  const [first] = resources
  const all = first === undefined ? [] : [{ folder: '', origin: first.origin, source: '' }]
  return named(starts.length > 0 ? starts : all, read.folder.name)
}

type Start = Omit<Entry, 'cluster'>

/** What `flux bootstrap` commits, and a Kustomization of that name which somebody wrote by hand. */
const bootstrapped = (resource: Resource): readonly Start[] => {
  const { object, origin } = resource
  if (!isFluxKustomization(object) || object.metadata.name !== 'flux-system') return []
  const { path, source } = fluxKustomization(resource)
  return [{ folder: joined('', path), origin, source: source.name }]
}

/** What the Flux Operator is told, in an object of its own or in the values of its chart. */
const operated = ({ object, origin }: Resource): readonly Start[] => {
  const values = object.kind === 'HelmRelease' ? at(object.spec, 'values.instance') : undefined
  const spec = object.kind === 'FluxInstance' ? object.spec : values
  const path = at(spec, 'sync.path')
  return typeof path === 'string' ? [{ folder: joined('', path), origin, source: 'flux-system' }] : []
}

/** Clusters beside those that were bootstrapped, in whose folders Kustomizations of Flux's stand. */
const beside = (told: readonly Start[], resources: readonly Resource[]): readonly Start[] => {
  const parents = new Set(told.map(({ folder }) => folderOf(folder)).filter((parent) => /(^|\/)clusters$/.test(parent)))
  return resources
    .filter(({ object }) => isFluxKustomization(object) || object.kind === 'HelmRelease')
    .flatMap(({ origin }) => {
      const parent = [...parents].find((one) => isWithin(origin.file, one))
      const [name] = parent === undefined ? [] : origin.file.slice(parent.length + 1).split('/')
      const folder = `${parent}/${name}`
      const isTold = told.some((one) => isWithin(one.folder, folder) || isWithin(folder, one.folder))
      return name === undefined || isTold || folder === origin.file ? [] : [{ folder, origin, source: 'flux-system' }]
    })
}

/** Folders with Kustomizations of Flux's that no other one builds. */
const startingFolders = (resources: readonly Resource[]): readonly Start[] => {
  const kustomizations = resources.filter(({ object }) => isFluxKustomization(object)).map(fluxKustomization)
  const built = kustomizations.map(({ path }) => joined('', path)).filter((path) => path !== '')
  const roots = kustomizations.filter(({ origin }) => !built.some((folder) => isWithin(origin.file, folder)))
  const started = roots.map(({ origin, source }) => ({
    folder: clusterFolder(origin.file),
    origin,
    source: source.name,
  }))
  if (started.length > 0) return started
  return resources
    .filter(({ origin }) => /(^|\/)clusters\/[^/]+\//.test(origin.file))
    .map(({ origin }) => ({ folder: clusterFolder(origin.file), origin, source: 'flux-system' }))
}

const clusterFolder = (file: string): string => /^(?:.*\/)?clusters\/[^/]+(?=\/)/.exec(file)?.[0] ?? folderOf(file)

/** Folders that say nothing of which cluster it is. */
const general =
  /^(apps|base|bootstrap|cluster|clusters|flux|flux-system|gitops|k8s|kubernetes|production-cluster|sync|)$/

const named = (starts: readonly Start[], repository: string): readonly Entry[] => {
  const taken = new Set<string>()
  return starts.map((start) => {
    const steps = start.folder.split('/').toReversed()
    const telling = /(?:^|\/)clusters\/([^/]+)/.exec(start.folder)?.[1] ?? steps.find((step) => !general.test(step))
    const plain = kubernetesName(telling ?? repository) || 'cluster'
    const cluster = taken.has(plain) ? `${plain}-${taken.size + 1}` : plain
    taken.add(cluster)
    return { ...start, cluster }
  })
}

/** The nearest name that Kubernetes takes. */
export const kubernetesName = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '')

/** Where the repository is, as its own clusters know it. */
export const repositoryOf = (read: ReadFolder): { readonly url: string; readonly branch: string } | undefined => {
  const resources = [...read.documents.values()].flat().flatMap(resourcesIn)
  const [entry] = entriesOf(read)
  const git = resources.find(
    ({ object }) =>
      object.kind === 'GitRepository' &&
      groupOf(object) === 'source.toolkit.fluxcd.io' &&
      object.metadata.name === (entry?.source || 'flux-system'),
  )
  const instance = resources
    .map(({ object }) => mapOr(at(object, object.kind === 'FluxInstance' ? 'spec.sync' : 'spec.values.instance.sync')))
    .find(({ url }) => url !== undefined)
  const url = textOr(at(git?.object, 'spec.url') ?? instance?.url, '')
  const branch = textOr(at(git?.object, 'spec.ref.branch') ?? instance?.ref, 'main')
  return /^(?:https?|ssh):\/\/[^\s/]+\//.test(url) ? { url, branch: branch.replace('refs/heads/', '') } : undefined
}
