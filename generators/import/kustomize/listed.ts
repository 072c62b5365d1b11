import { isRecord } from '../../fleet/checks/check.ts'
import type { Origin } from '../note.ts'
import { joined } from '../paths.ts'
import { mapOr, mapsIn, textOr, textsIn } from './lists.ts'
import type { Patch } from './patches.ts'

type Fields = Readonly<Record<string, unknown>>

/** Files and folders that a kustomization builds upon, as they are written. */
export const listedResources = ({ resources, bases }: Fields): readonly string[] => [
  ...textsIn(resources),
  ...textsIn(bases),
]

/** The labels that a kustomization puts on everything. */
export const listedLabels = ({ labels, commonLabels }: Fields): Fields =>
  Object.assign({}, commonLabels, ...mapsIn(labels).map(({ pairs }) => pairs))

/** The patches of a kustomization, those of the old forms first. */
export const listedPatches = (
  content: Fields,
  folder: string,
  origin: Origin,
  text: (path: string) => string | undefined,
): readonly Patch[] => [
  ...textsIn(content.patchesStrategicMerge).map((written) => ({
    text: text(joined(folder, written)) ?? written,
    origin,
  })),
  ...[...mapsIn(content.patches), ...mapsIn(content.patchesJson6902)].map(({ path, patch, target }) => ({
    text: typeof patch === 'string' ? patch : (text(joined(folder, textOr(path, ''))) ?? ''),
    origin,
    ...(isRecord(target) ? { target: mapOr(target) } : {}),
  })),
]
