import { alertsLost } from './alerts-lost.ts'
import { allEnvironments } from './all-environments.ts'
import { allProductionClusters } from './all-production-clusters.ts'
import { definitionGoes } from './definition-goes.ts'
import { definitionVersionGoes } from './definition-version-goes.ts'
import { deletesData } from './deletes-data.ts'
import { deletesSecret } from './deletes-secret.ts'
import { disruptionBudgetRemoved } from './disruption-budget-removed.ts'
import { driftStays } from './drift-stays.ts'
import { gainedPowers } from './gained-powers.ts'
import type { Hazard } from './hazard.ts'
import { imageWithoutDigest } from './image-without-digest.ts'
import { immutableField } from './immutable-field.ts'
import { losesVolume } from './loses-volume.ts'
import { madeAnew } from './made-anew.ts'
import { majorVersion } from './major-version.ts'
import { movedComponent } from './moved-component.ts'
import { movingTag } from './moving-tag.ts'
import { namespaceGoes } from './namespace-goes.ts'
import { newBinding } from './new-binding.ts'
import { newWayIn } from './new-way-in.ts'
import { noReplicas } from './no-replicas.ts'
import { olderVersion } from './older-version.ts'
import { openedNetwork } from './opened-network.ts'
import { otherOrigin } from './other-origin.ts'
import { otherOwner } from './other-owner.ts'
import { otherSecret } from './other-secret.ts'
import { ownerPruned } from './owner-pruned.ts'
import { podSecurityLowered } from './pod-security-lowered.ts'
import { productionWithOthers } from './production-with-others.ts'
import { pruneSwitched } from './prune-switched.ts'
import { retentionShortened } from './retention-shortened.ts'
import type { ReviewHazard } from './review-hazard.ts'
import { secretSource } from './secret-source.ts'
import { storageClassChanged } from './storage-class-changed.ts'
import { suspended } from './suspended.ts'
import { volumeShrunk } from './volume-shrunk.ts'
import { widerProject } from './wider-project.ts'
import { widerRights } from './wider-rights.ts'

/** What each change of a component is searched for, the worst first. */
export const hazards: readonly Hazard[] = [
  namespaceGoes,
  definitionGoes,
  deletesData,
  losesVolume,
  ownerPruned,
  madeAnew,
  deletesSecret,
  retentionShortened,
  volumeShrunk,
  storageClassChanged,
  immutableField,
  definitionVersionGoes,
  newWayIn,
  openedNetwork,
  widerRights,
  newBinding,
  widerProject,
  gainedPowers,
  podSecurityLowered,
  secretSource,
  otherSecret,
  olderVersion,
  majorVersion,
  otherOrigin,
  suspended,
  noReplicas,
  alertsLost,
  disruptionBudgetRemoved,
  pruneSwitched,
  driftStays,
  movingTag,
  imageWithoutDigest,
]

/** What a review is searched for as a whole. */
export const reviewHazards: readonly ReviewHazard[] = [
  otherOwner,
  movedComponent,
  allEnvironments,
  productionWithOthers,
  allProductionClusters,
]
