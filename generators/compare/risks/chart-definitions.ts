import type { Values } from '../../fleet/component.ts'
import { at } from '../../plan/values.ts'

interface Brings {
  readonly what: string
  /** Where it must be told to bring them. Default: it does so untold. */
  readonly switchedBy?: readonly string[]
  /** Where `false` tells it to bring none. */
  readonly unless?: string
  /** Where it is told to leave them behind. Its default, where it says nothing. */
  readonly kept?: { readonly path: string; readonly otherwise: boolean }
}

/**
 * Charts whose definitions are ordinary objects of the release, so that Helm deletes them. Those in a chart's folder `crds`,
 * such as kube-prometheus-stack's, Helm never deletes.
 */
const charts: Readonly<Record<string, Brings>> = {
  'argo-cd': { what: 'the definitions of Argo CD', kept: { path: 'crds.keep', otherwise: true } },
  'cert-manager': {
    what: 'the definitions of cert-manager',
    switchedBy: ['crds.enabled', 'installCRDs'],
    kept: { path: 'crds.keep', otherwise: true },
  },
  'external-secrets': { what: 'the definitions of external-secrets', unless: 'installCRDs' },
  'prometheus-operator-crds': { what: 'the definitions of the Prometheus operator' },
}

/** Definitions that go with such a release, or once it is told to bring them no longer, for people. */
export const chartDefinitions = (chart: string, values: Values): string | undefined => {
  const { what, switchedBy, unless, kept } = Object.hasOwn(charts, chart)
    ? (charts[chart] ?? {})
    : ({} as Partial<Brings>)
  const isTold = switchedBy === undefined || switchedBy.some((path) => at(values, path) === true)
  const isOn = isTold && (unless === undefined || at(values, unless) !== false)
  const stays = kept !== undefined && (at(values, kept.path) ?? kept.otherwise) === true
  return isOn && !stays ? what : undefined
}
