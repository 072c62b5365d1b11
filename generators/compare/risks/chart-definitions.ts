import { isRecord } from '../../fleet/checks/check.ts'
import type { Values } from '../../fleet/component.ts'
import { at } from '../../plan/values.ts'

/** Definitions that a release brings as ordinary objects. */
export interface ReleasedDefinitions {
  /** For people. */
  readonly what: string
  /** Whether Helm is told to leave them behind. */
  readonly kept: boolean
}

interface Brings {
  readonly what: string
  /** Where it must be told to bring them. Default: it does so untold. */
  readonly switchedBy?: readonly string[]
  /** Where `false` tells it to bring none. */
  readonly unless?: string
  /** It leaves them behind unless it is told otherwise at `crds.keep`. */
  readonly keeps?: true
}

/**
 * Charts whose definitions are ordinary objects of the release, so that Helm deletes them. Those in a chart's folder `crds`,
 * such as kube-prometheus-stack's, Helm never deletes.
 */
const charts: Readonly<Record<string, Brings>> = {
  'argo-cd': { what: 'the definitions of Argo CD', keeps: true },
  'cert-manager': {
    what: 'the definitions of cert-manager',
    switchedBy: ['crds.enabled', 'installCRDs'],
    keeps: true,
  },
  'external-secrets': { what: 'the definitions of external-secrets', unless: 'installCRDs' },
  'prometheus-operator-crds': { what: 'the definitions of the Prometheus operator' },
}

/** Undefined where a release brings none, or leaves them in its chart's folder `crds`. */
export const chartDefinitions = (chart: string, values: Values): ReleasedDefinitions | undefined => {
  const brings = Object.hasOwn(charts, chart) ? charts[chart] : undefined
  if (brings === undefined) return undefined
  const { what, switchedBy, unless, keeps } = brings
  const isTold = switchedBy === undefined || switchedBy.some((path) => at(values, path) === true)
  if (!isTold || (unless !== undefined && at(values, unless) === false)) return undefined
  const annotations = at(values, 'crds.annotations')
  const byAnnotation = isRecord(annotations) && annotations['helm.sh/resource-policy'] === 'keep'
  return { what, kept: byAnnotation || (keeps === true && at(values, 'crds.keep') !== false) }
}
