import type { IContainer } from 'kubernetes-models/v1/Container'
import type { IPodTemplateSpec } from 'kubernetes-models/v1/PodTemplateSpec'
import type { IVolume } from 'kubernetes-models/v1/Volume'
import { selectorLabels } from './labels.ts'

/** A container. What it may do on its node is the house's to say. */
export type Container = Omit<IContainer, 'securityContext'>

export interface PodSettings {
  /** The workload's name, which its Pods are labelled with. */
  readonly name: string
  /** Annotations of the Pods. A change of them replaces the Pods. */
  readonly podAnnotations?: Readonly<Record<string, string>>
  /** The program. It is called like the workload, runs as `user`, and may write to its volumes alone. */
  readonly container: Container
  /** Programs that help it, under the same restrictions. */
  readonly sidecars?: readonly Container[]
  /**
   * The user and group that the image is made for, by number: Kubernetes cannot tell whether a name is root's. 0 is for
   * what reads files of the node that are root's.
   */
  readonly user: number
  /** Volumes that the containers mount. */
  readonly volumes?: readonly IVolume[]
  /** The ServiceAccount by which it asks the API server. Default: it cannot. */
  readonly serviceAccount?: string
  /** How long a Pod may take to finish what it has begun, in seconds. Default 30. */
  readonly graceSeconds?: number
}

/** The user `nobody` of many an image, who owns nothing. */
export const nobody = 65534

type PodSpec = NonNullable<IPodTemplateSpec['spec']>

/**
 * Pods of a program of ours: without any right on the node, and without any in the cluster but those of its
 * ServiceAccount, as the Pod Security level `restricted` asks.
 */
export const podTemplate = (settings: PodSettings, { securityContext, ...more }: Partial<PodSpec>) =>
  ({
    metadata: { labels: selectorLabels(settings.name), annotations: settings.podAnnotations },
    spec: {
      serviceAccountName: settings.serviceAccount,
      automountServiceAccountToken: settings.serviceAccount !== undefined,
      // Otherwise every Service of the namespace would be in the environment, and could collide with a setting.
      enableServiceLinks: false,
      securityContext: { ...identity(settings.user), ...securityContext },
      terminationGracePeriodSeconds: settings.graceSeconds,
      ...more,
      containers: [settings.container, ...(settings.sidecars ?? [])].map(restricted),
      volumes: settings.volumes && [...settings.volumes],
    },
  }) satisfies IPodTemplateSpec

const identity = (user: number) => ({
  runAsNonRoot: user === 0 ? undefined : true,
  runAsUser: user,
  runAsGroup: user,
  seccompProfile: { type: 'RuntimeDefault' as const },
})

/** A new volume is root's. The owner of what is on it is set once, not at each start. */
export const ownsVolumes = (user: number) => ({ fsGroup: user, fsGroupChangePolicy: 'OnRootMismatch' as const })

const restricted = (container: Container) => ({ ...container, securityContext: powerless })

/** What a container of ours may do on its node: nothing. */
export const powerless = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
}
