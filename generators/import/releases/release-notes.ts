import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import type { Note, Origin } from '../note.ts'
import type { ChartSource } from './chart-source.ts'

/** A release as it was read. */
interface ReadRelease {
  readonly object: KubernetesObject
  readonly origin: Origin
  /** `HelmRelease podinfo/podinfo` */
  readonly what: string
  /** What the draft calls it, as `namespace/name`. */
  readonly component: string
  readonly version: string
  readonly range: string | undefined
  /** Where values are that could not be read. */
  readonly missing: readonly string[]
  readonly source: ChartSource
}

type Finding = Pick<Note, 'fix' | 'why'>

/** What a person must decide about a release. */
export const releaseNotes = (release: ReadRelease): readonly Note[] => {
  const { origin, what, component } = release
  const found = [...ofVersion(release), ...release.missing.map(unreadValues), ...ofName(release), ...ofFields(release)]
  return found.map((one): Note => ({ kind: 'decide', origin, what, component, ...one }))
}

const ofVersion = ({ version, range, source }: ReadRelease): readonly Finding[] => [
  ...(range === undefined
    ? []
    : [
        {
          why: `takes any version of ${source.name} that is ${range}, and the draft names ${version}`,
          fix: 'write the version that runs, as flux get helmreleases --all-namespaces tells it',
        },
      ]),
  ...(source.digest === undefined
    ? []
    : [
        {
          why: `names its chart by a digest, and the draft names ${version}`,
          fix: 'check that this is the same chart',
        },
      ]),
]

const unreadValues = (source: string): Finding => ({
  why: `takes values from ${source}, which ${source.startsWith('Secret ') ? 'is never read' : 'could not be read'}`,
  fix: source.startsWith('Secret ')
    ? 'name the Secret under values, in the way that the chart has for it'
    : 'write them under values',
})

/** Helm adopts what belongs to a release of the same name in the same namespace, and to no other. */
const ofName = ({ object, component }: ReadRelease): readonly Finding[] => {
  const { name, namespace = 'default' } = object.metadata
  if (component === `${namespace}/${name}`) return []
  return [
    {
      why: `installs ${component}, and the draft has its HelmRelease there, by the name of the release`,
      fix: 'before the old HelmRelease goes, suspend it and remove its finalizer, so that what it installed stays',
    },
  ]
}

/** Fields for which a fleet has no word. */
const fields: readonly { readonly field: string; readonly why: string; readonly fix: string }[] = [
  {
    field: 'postRenderers',
    why: 'which change what the chart makes',
    fix: 'find values of the chart that do the same',
  },
  {
    field: 'serviceAccountName',
    why: 'by which Flux acts with less rights',
    fix: 'see whether Flux may act by its own',
  },
  { field: 'storageNamespace', why: 'where Helm keeps its history', fix: 'move the Secrets of the release to its own' },
]

const ofFields = ({ object }: ReadRelease): readonly Finding[] => [
  ...(at(object.spec, 'suspend') === true
    ? [{ why: 'is suspended, and in the draft all the same', fix: 'remove it from the draft, or let it run' }]
    : []),
  ...fields
    .filter(({ field }) => at(object.spec, field) !== undefined)
    .map(({ field, why, fix }) => ({ why: `has ${field}, ${why}, and the draft has not`, fix })),
]
