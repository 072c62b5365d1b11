import type { Chart } from '../charts/chart.ts'
import type { ValuesOf } from '../charts/keys.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import type { Capability, Found, Requirement } from './capability.ts'
import { type Check, isRecord, type OptionChecks } from './checks/check.ts'
import type { ClusterRole, ControlPlanePart, Traits } from './traits.ts'

export type Options = Readonly<Record<string, unknown>>
export type Values = Readonly<Record<string, unknown>>

/** What holds where a component stands. The base layer knows no traits, the environment's only its own. */
export interface Where extends Traits {
  readonly name: string
  readonly namespace: string
  /** Parts of the control plane that can be scraped. Nothing, above the cluster's layer. */
  readonly exposes: readonly ControlPlanePart[]
  readonly found: Found
  /** The cluster itself, for a component that `knowsCluster`, in the cluster's layer alone. */
  readonly cluster?: ClusterIdentity
}

/** Which cluster it is, as telemetry and other clusters know it. */
export interface ClusterIdentity {
  /** The value of `cluster.id` on everything that it sends. */
  readonly id: string
  readonly role?: ClusterRole
  /** The name of the hub in the fleet, for an edge. */
  readonly hub?: string
  /** The `cluster.id` of each edge, in alphabetical order, for a hub. */
  readonly edges?: readonly string[]
}

/** Options that every component takes. */
export interface CommonOptions {
  /** Its name in the namespace. Default: the definition's. Needed when one namespace has two of a kind. */
  readonly name?: string
  /** Components of the same namespace that must be ready first, beyond what the requirements say. */
  readonly after?: readonly string[]
}

/** Options that every Helm component takes. */
export interface HelmOptions<Keys = unknown> extends CommonOptions {
  /** Version of the chart. Default: the one the catalogue pins. */
  readonly version?: string
  /** Anything else the chart can be told, typed by the chart's own keys. */
  readonly values?: ValuesOf<Keys>
}

interface DefinitionBase<O> {
  readonly name: string
  /** `infrastructure` for what others stand on: definitions of custom resources, networks, object stores. */
  readonly tier: 'apps' | 'infrastructure'
  /** One check an option, so that none is forgotten. */
  readonly options: OptionChecks<O>
  readonly defaults?: Partial<O>
  readonly provides?: (options: Partial<O>, where: Where) => readonly Capability[]
  readonly requires?: (options: Partial<O>, where: Where) => readonly Requirement[]
  /** It says the cluster's name in what it makes, and so has a layer in every cluster. */
  readonly knowsCluster?: true
  /** The other cluster that it sends to, by its name in the fleet. */
  readonly reaches?: (options: Partial<O>, cluster: ClusterIdentity) => string | undefined
  /** What the fleet wrote this definition as, and what must hold of that. Absent for those of the catalogue. */
  readonly written?: { readonly settings: unknown; readonly check: Check }
}

export interface HelmDefinition<O = Options> extends DefinitionBase<O> {
  readonly kind: 'helm'
  readonly chart: Chart
  /**
   * Values for the options as they stand at a layer; a layer below writes only what differs. An option that is not
   * given yields nothing (`undefined` members are left out).
   */
  readonly values: (options: Partial<O>, where: Where) => Values
  /** How long Helm may take. Default `9m`. */
  readonly timeout?: string
  /** Namespaces beside its own that the chart puts objects into: a project of Argo CD must allow each. */
  readonly alsoIn?: (options: Partial<O>) => readonly string[]
  /** Fields that something in the cluster writes by design, so that drift detection leaves them alone. */
  readonly driftIgnore?: readonly {
    readonly kind: string
    readonly paths: readonly string[]
    readonly because: string
  }[]
  /** Where the values name a volume that must exist, because data would be lost without it. */
  readonly volumes?: readonly VolumeValue[]
  /** Values that must name a Secret, because the chart would make up a password without it. */
  readonly credentials?: readonly string[]
  readonly refused?: readonly RefusedValue[]
  /**
   * The Pods that the chart makes, as the network sees them. Whoever says so says whom they talk to as well, and a namespace
   * where all do is closed to everything else. Absent or undefined: the chart alone knows.
   */
  readonly pods?: (options: Partial<O>, name: string) => readonly ChartPods[] | undefined
  readonly openDoors?: readonly OpenDoor[]
}

/** Pods of one workload of a chart. */
export interface ChartPods {
  readonly workload: string
  readonly labels: Readonly<Record<string, string>>
  /** The Service that leads to them, by the same ports. Default: none. */
  readonly service?: string
  /** Ports at which they answer, over TCP. Default: none. */
  readonly ports?: readonly number[]
  /** They act by an account of their own. Default `false`. */
  readonly asksApiServer?: boolean
}

/** Where a chart is told about a volume: paths in its values, with dots. */
export interface VolumeValue {
  readonly size: string
  readonly storageClass: string
  /** What switches it: `false` there takes it away. */
  readonly switch?: string
  /** Data is kept only where the switch is on, or a size given. Default: always. */
  readonly optional?: true
  /** What would take its place, and be lost with the Pod. */
  readonly instead?: readonly string[]
}

/** Something that a chart can be told and must not be. */
export interface RefusedValue {
  /** A path in its values, with dots. */
  readonly path: string
  readonly value: unknown
  /** What is wrong with it: continues "`path` …". */
  readonly because: string
  /** What to do: an imperative. */
  readonly instead: string
}

/** Where a chart is told to let people in from outside, without asking who they are: paths in its values, with dots. */
export interface OpenDoor {
  /** What they reach. */
  readonly to: string
  /** A Service, which is open as a NodePort or LoadBalancer. */
  readonly service: string
  /** Switches of Ingresses and routes. An Ingress whose annotations speak of a login is no open door. */
  readonly switches: readonly string[]
}

export interface ManifestsDefinition<O = Options> extends DefinitionBase<O> {
  readonly kind: 'manifests'
  /** The objects for the options as they stand at a layer; a layer below writes only what differs. */
  readonly objects: (options: Partial<O>, where: Where) => readonly KubernetesObject[]
  /** Dashboards for Grafana, each a ConfigMap that its sidecar finds. */
  readonly dashboards?: (options: Partial<O>, where: Where) => readonly Dashboard[]
}

/** A Grafana dashboard: its file name without ending, and its JSON model. */
export interface Dashboard {
  readonly name: string
  /** The folder in Grafana that it stands in. Default: the one above all folders. */
  readonly folder?: string
  readonly model: Readonly<Record<string, unknown>>
}

// biome-ignore lint/suspicious/noExplicitAny: a definition of any options; its own functions alone read them
export type Definition = HelmDefinition<any> | ManifestsDefinition<any>

export const isDefinition = (value: unknown): value is Definition =>
  isRecord(value) && typeof (value.kind === 'helm' ? value.values : value.objects) === 'function'

/** A component as it stands in the fleet: which one, and what is said of it here. */
export interface Component {
  readonly definition: Definition
  readonly options: Options
}

/** How a component is written in the fleet: `loki({ size: '50Gi' })`, or just `loki`. */
export type Placeable = Component | (() => Component)

/** The name under which a component stands in its namespace. */
export const componentName = ({ definition, options }: Component): string =>
  typeof options.name === 'string' ? options.name : definition.name
