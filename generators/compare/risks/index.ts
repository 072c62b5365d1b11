import { definitionGoes } from './definition-goes.ts'
import { definitionVersionGoes } from './definition-version-goes.ts'
import { deletesData } from './deletes-data.ts'
import type { Hazard } from './hazard.ts'
import { immutableField } from './immutable-field.ts'
import { losesVolume } from './loses-volume.ts'
import { namespaceGoes } from './namespace-goes.ts'
import { storageClassChanged } from './storage-class-changed.ts'
import { volumeShrunk } from './volume-shrunk.ts'

/** What each change of a component is searched for, the worst first. */
export const hazards: readonly Hazard[] = [
  namespaceGoes,
  definitionGoes,
  deletesData,
  losesVolume,
  definitionVersionGoes,
  volumeShrunk,
  storageClassChanged,
  immutableField,
]
