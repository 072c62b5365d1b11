import { objectName } from '../../kubernetes-object.ts'
import { checkObject } from '../folder.ts'
import type { Rule } from '../rule.ts'

export const validOverlays: Rule = {
  name: 'valid-overlays',
  because: 'a patch made an object of a good one that the API server refused',
  check: ({ layers, schemas }) =>
    layers.flatMap((layer) =>
      // The objects of a root layer are checked where they are printed.
      layer.kind === 'helm' || layer.above === undefined
        ? []
        : layer.objects.flatMap((object) => checkObject(object, objectName(object), layer.place, schemas)),
    ),
}
