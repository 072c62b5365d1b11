import type { Chart } from '../charts/chart.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import type { Capability, Requirement } from './capability.ts'
import { helmReleaseCheck, manifestsCheck } from './checks/application.ts'
import type { CommonOptions, Dashboard, HelmOptions, Values, Where } from './component.ts'
import { helmComponent, manifestsComponent, type Place } from './define-component.ts'

interface Wiring {
  readonly name: string
  /** Default `apps`. */
  readonly tier?: 'apps' | 'infrastructure'
  readonly provides?: (where: Where) => readonly Capability[]
  readonly requires?: (where: Where) => readonly Requirement[]
}

export interface HelmReleaseSettings extends Wiring {
  /** The chart: its repository (`oci://…/<chart>`, or an HTTP repository with `name` the chart's), and an exact version. */
  readonly chart: Omit<Chart, 'name'> & { readonly name?: string }
  /** Values that hold everywhere. An environment or a cluster adds its own: `podinfo({ values: { … } })`. */
  readonly values?: Values
  /** How long Helm may take, as a Go duration. Default `9m`. */
  readonly timeout?: string
}

/** An application of the user's own from a Helm chart. What it returns is placed like any component of the catalogue. */
export const helmRelease = (settings: HelmReleaseSettings): Place<HelmOptions> => {
  const { chart, values, timeout } = settings
  return helmComponent<HelmOptions>({
    ...common(settings),
    chart: { name: settings.name, ...chart },
    ...(timeout === undefined ? {} : { timeout }),
    values: () => values ?? {},
    written: { settings, check: helmReleaseCheck },
  })
}

export interface ManifestsSettings extends Wiring {
  /** Kubernetes objects, or a function of where they stand. Models of `kubernetes-models` will do as well. */
  readonly objects: readonly ObjectLike[] | ((where: Where) => readonly ObjectLike[])
  readonly dashboards?: readonly Dashboard[]
}

/** A plain object, or a model that knows how to become one. */
export type ObjectLike = KubernetesObject | { readonly toJSON: () => unknown }

/** An application of the user's own from Kubernetes objects. */
export const manifests = (settings: ManifestsSettings): Place<CommonOptions> => {
  const { objects, dashboards } = settings
  return manifestsComponent<CommonOptions>({
    ...common(settings),
    objects: (_, where) => (typeof objects === 'function' ? objects(where) : objects).map(plain),
    dashboards: () => dashboards ?? [],
    written: { settings, check: manifestsCheck },
  })
}

const common = ({ name, tier = 'apps', provides, requires }: Wiring) => ({
  name,
  tier,
  options: {},
  provides: (_: unknown, where: Where) => provides?.(where) ?? [],
  requires: (_: unknown, where: Where) => requires?.(where) ?? [],
})

const plain = (object: ObjectLike): KubernetesObject =>
  (typeof object.toJSON === 'function' ? object.toJSON() : object) as KubernetesObject
