import { deletesData } from './deletes-data.ts'
import type { Hazard } from './hazard.ts'
import { losesVolume } from './loses-volume.ts'

/** What each change of a component is searched for, the worst first. */
export const hazards: readonly Hazard[] = [deletesData, losesVolume]
