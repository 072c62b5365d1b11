import type { Chart } from '../charts/chart.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import type { Capability, Requirement } from './capability.ts'
import type { CommonOptions, Dashboard, HelmOptions, Values, Where } from './component.ts'
import { helmComponent, manifestsComponent, type Place } from './define-component.ts'

interface Wiring {
  /** Default `apps`. */
  readonly tier?: 'apps' | 'infrastructure'
  readonly provides?: (where: Where) => readonly Capability[]
  readonly requires?: (where: Where) => readonly Requirement[]
}

export interface HelmReleaseSettings extends Wiring {
  readonly name: string
  /** The chart: its repository (`oci://…/<chart>`, or an HTTP repository with `name` the chart's), and an exact version. */
  readonly chart: Omit<Chart, 'name'> & { readonly name?: string }
  /** Values that hold everywhere. An environment or a cluster adds its own: `podinfo({ values: { … } })`. */
  readonly values?: Values
  /** How long Helm may take, as a Go duration. Default `9m`. */
  readonly timeout?: string
}

/** An application of the user's own from a Helm chart. What it returns is placed like any component of the catalogue. */
export const helmRelease = ({
  values,
  chart,
  provides,
  requires,
  ...settings
}: HelmReleaseSettings): Place<HelmOptions> =>
  helmComponent<HelmOptions>({
    tier: 'apps',
    ...settings,
    chart: { name: settings.name, ...chart },
    options: {},
    values: () => values ?? {},
    provides: (_, where) => provides?.(where) ?? [],
    requires: (_, where) => requires?.(where) ?? [],
  })

export interface ManifestsSettings extends Wiring {
  readonly name: string
  /** Kubernetes objects, or a function of where they stand. Models of `kubernetes-models` will do as well. */
  readonly objects: readonly ObjectLike[] | ((where: Where) => readonly ObjectLike[])
  readonly dashboards?: readonly Dashboard[]
}

/** A plain object, or a model that knows how to become one. */
export type ObjectLike = KubernetesObject | { readonly toJSON: () => unknown }

/** An application of the user's own from Kubernetes objects. */
export const manifests = ({
  objects,
  dashboards,
  provides,
  requires,
  ...settings
}: ManifestsSettings): Place<CommonOptions> =>
  manifestsComponent<CommonOptions>({
    tier: 'apps',
    ...settings,
    options: {},
    objects: (_, where) => (typeof objects === 'function' ? objects(where) : objects).map(plain),
    dashboards: () => dashboards ?? [],
    provides: (_, where) => provides?.(where) ?? [],
    requires: (_, where) => requires?.(where) ?? [],
  })

const plain = (object: ObjectLike): KubernetesObject =>
  (typeof object.toJSON === 'function' ? object.toJSON() : object) as KubernetesObject
