import type { Chart } from '../charts/chart.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import type { Capability, Requirement } from './capability.ts'
import { helmReleaseCheck, kubernetesObjects, manifestsCheck } from './checks/application.ts'
import { anything, type Check, listOf } from './checks/check.ts'
import { capabilities, requirements } from './checks/wiring.ts'
import type { CommonOptions, Dashboard, HelmOptions, Values, Where } from './component.ts'
import { helmComponent, manifestsComponent, type Place } from './define-component.ts'

interface Wiring {
  /** What it is called: its folder, its release or Kustomization, and the problems that name it. */
  readonly name: string
  /** `infrastructure` for what others stand on. Default `apps`. */
  readonly tier?: 'apps' | 'infrastructure'
  /** What it brings for others, where it stands. Default: nothing. */
  readonly provides?: (where: Where) => readonly Capability[]
  /** What it cannot do without. Order and addresses follow from it. Default: nothing. */
  readonly requires?: (where: Where) => readonly Requirement[]
}

declare const taking: unique symbol

/**
 * A chart of the user's own: its repository (`oci://…/<chart>`, or an HTTP repository with `name` the chart's), and an exact
 * version. `npx zx scripts/charts.mjs add` writes one, with all keys that it knows and the type of its values, `V`.
 */
export type OwnChart<V extends object = Values> = Omit<Chart, 'name'> & {
  readonly name?: string
  /** Never there: it carries the type. */
  readonly [taking]?: V
}

/** Options of a release of a chart with such values. */
export type OwnHelmOptions<V extends object = Values> = Omit<HelmOptions, 'values'> & { readonly values?: V }

export interface HelmReleaseSettings<V extends object = Values> extends Wiring {
  /** Where the chart is, and in which exact version. */
  readonly chart: OwnChart<V>
  /** Values that hold everywhere. An environment or a cluster adds its own: `podinfo({ values: { … } })`. */
  readonly values?: NoInfer<V>
  /** How long Helm may take, as a Go duration. Default `9m`. */
  readonly timeout?: string
  /** Namespaces beside its own that the chart puts objects into, such as `kube-system`. Default: none. */
  readonly alsoIn?: readonly string[]
}

/** An application of the user's own from a Helm chart. What it returns is placed like any component of the catalogue. */
export const helmRelease = <V extends object = Values>(settings: HelmReleaseSettings<V>): Place<OwnHelmOptions<V>> => {
  const { chart, values, timeout, alsoIn } = settings
  return helmComponent<HelmOptions>({
    ...common(settings),
    chart: { name: settings.name, ...chart },
    ...(timeout === undefined ? {} : { timeout }),
    ...(alsoIn === undefined ? {} : { alsoIn: () => alsoIn }),
    // An interface is no record to the compiler, whatever stands in it.
    values: () => (values ?? {}) as Values,
    written: { settings, check: helmReleaseCheck },
  }) as Place<OwnHelmOptions<V>>
}

export interface ManifestsSettings extends Wiring {
  /** Kubernetes objects, or a function of where they stand. Models of `kubernetes-models` will do as well. */
  readonly objects: readonly ObjectLike[] | ((where: Where) => readonly ObjectLike[])
  /** Dashboards that Grafana finds, each a ConfigMap of its own. Default: none. */
  readonly dashboards?: readonly Dashboard[]
}

/** A plain object, or a model that knows how to become one. */
export type ObjectLike = KubernetesObject | { readonly toJSON: () => unknown }

/** An application of the user's own from Kubernetes objects. */
export const manifests = (settings: ManifestsSettings): Place<CommonOptions> => {
  const { objects, dashboards } = settings
  return manifestsComponent<CommonOptions>({
    ...common(settings),
    objects: (_, where) =>
      answer('objects()', kubernetesObjects, plain(typeof objects === 'function' ? objects(where) : objects)),
    dashboards: () => dashboards ?? [],
    written: { settings, check: manifestsCheck },
  })
}

const common = ({ name, tier = 'apps', provides = () => [], requires = () => [] }: Wiring) => ({
  name,
  tier,
  options: {},
  provides: (_: unknown, where: Where) => answer('provides()', capabilities, provides(where)),
  requires: (_: unknown, where: Where) => answer('requires()', requirements, requires(where)),
})

const plain = (objects: readonly ObjectLike[]): readonly KubernetesObject[] =>
  answer('objects()', aList, objects).map(
    (one) => (typeof one?.toJSON === 'function' ? one.toJSON() : one) as KubernetesObject,
  )

const aList = listOf(anything)

/** What a function of the fleet answered. Only here, when it is called, can it be told that this is nothing to work with. */
const answer = <T>(from: string, check: Check, given: T): T => {
  const [problem] = check(given, [from])
  if (problem !== undefined) throw new Error(`${problem.place.join('.')}: ${problem.reason}`)
  return given
}
