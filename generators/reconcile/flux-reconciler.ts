import type { Origin } from '../objects/flux/bootstrap.ts'
import type { ClusterPlan } from '../plan/placement.ts'
import { expectOwn } from './bootstrap.ts'
import { expectFlux } from './cluster.ts'
import { reconcile } from './reconcile.ts'
import type { Reconciler } from './reconciler.ts'
import { missingAgeKeys } from './secrets.ts'
import { expectedOf } from './standing.ts'

export const fluxReconciler = (planned: ClusterPlan, origin: Origin): Reconciler => {
  const expected = expectedOf(planned)
  return {
    unit: 'Kustomization',
    count: expected.length,
    url: origin.url,
    prepare: async (ask) => {
      await expectFlux(ask)
      await expectOwn(ask, origin)
      return missingAgeKeys(ask, planned)
    },
    reconcile: (ask, run) => reconcile(ask, { origin, expected, ...run }),
  }
}
