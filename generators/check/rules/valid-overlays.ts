import { isSameObject, objectName } from '../../kubernetes-object.ts'
import type { Layer } from '../../plan/layer.ts'
import { equal } from '../../plan/values.ts'
import { objectPlace } from '../../plan/written-at.ts'
import type { Problem } from '../../problem.ts'
import { checkObject } from '../folder.ts'
import type { Rule, Subject } from '../rule.ts'

export const validOverlays: Rule = {
  name: 'valid-overlays',
  because: 'a patch made an object of a good one that the API server refused',
  check: ({ layers, schemas }) => layers.flatMap((layer) => patchedObjects(layer, schemas)),
}

/** What a layer patches is printed nowhere as a whole, and so not checked where it is printed. */
const patchedObjects = (layer: Layer, schemas: Subject['schemas']): readonly Problem[] => {
  if (layer.kind === 'helm' || layer.above === undefined) return []
  const { above } = layer
  return layer.objects.flatMap((object, index) => {
    const old = above.objects.find((one) => isSameObject(one, object))
    if (old === undefined || equal(old, object)) return []
    return checkObject(object, objectName(object), (path) => objectPlace(layer, index, path), schemas)
  })
}
