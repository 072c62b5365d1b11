import type { Problem } from '../../problem.ts'
import { type OwnKustomization, ownKustomizations } from '../flux-kustomizations.ts'
import type { Rule, Standing, Subject } from '../rule.ts'

export const ownFolders: Rule = {
  name: 'own-folders',
  because:
    'the folder of one Kustomization lay in that of another: both applied it, and one pruned what the other made',
  check: (subject) => {
    const own = ownKustomizations(subject.cluster.placements)
    if (own.length === 0) return []
    const rendered = renderedFolders(subject)
    return own.flatMap((one, index) => [
      ...missing(one, rendered, subject.standing),
      ...overlapping(one, [...rendered, ...own.slice(0, index).flatMap(asFolder)]),
    ])
  },
}

/** A folder that a controller builds, and who asks for it. */
interface Built {
  readonly folder: string
  readonly by: string
}

const asFolder = ({ folder, name }: OwnKustomization): readonly Built[] =>
  folder === undefined ? [] : [{ folder, by: `Kustomization ${name}` }]

const renderedFolders = ({ cluster: { cluster, placements } }: Subject): readonly Built[] => [
  { folder: `clusters/${cluster.name}`, by: 'the cluster itself' },
  ...placements.map(({ layer, name }) => ({ folder: layer.folder, by: name })),
]

const missing = (
  { folder, name, place }: OwnKustomization,
  rendered: readonly Built[],
  { isFolder }: Standing,
): readonly Problem[] => {
  if (folder === undefined || folder === '' || isFolder(folder)) return []
  if (rendered.some((one) => within(one.folder, folder))) return []
  return [
    {
      rule: ownFolders.name,
      place: place(['spec', 'path']),
      reason: `Kustomization ${name} builds ${folder}, which is no folder of this repository`,
      fix: 'correct the path, or add the folder',
    },
  ]
}

const overlapping = ({ folder, name, place }: OwnKustomization, others: readonly Built[]): readonly Problem[] => {
  const other = others.find((one) => folder !== undefined && (within(one.folder, folder) || within(folder, one.folder)))
  if (folder === undefined || other === undefined) return []
  return [
    {
      rule: ownFolders.name,
      place: place(['spec', 'path']),
      reason: `Kustomization ${name} builds ${folder === '' ? 'the whole repository' : folder}, and ${other.by} builds ${other.folder}: both would apply and prune the same objects`,
      fix: 'give each a folder of its own, neither inside the other',
    },
  ]
}

/** Whether a folder is another one, or lies in it. The root holds all. */
const within = (folder: string, outer: string): boolean =>
  outer === '' || folder === outer || folder.startsWith(`${outer}/`)
