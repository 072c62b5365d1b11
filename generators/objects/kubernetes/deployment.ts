import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment'
import type { IContainer } from 'kubernetes-models/v1/Container'
import { selectorLabels } from './labels.ts'

export interface DeploymentSettings {
  readonly name: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly replicas?: number
  /** The one container. It is called like the Deployment's program, runs as `user`, and may write nowhere. */
  readonly container: Omit<IContainer, 'securityContext'>
  /** The user and group that the image is made for, by number: Kubernetes cannot tell whether a name is root's. */
  readonly user: number
  /** How long a Pod may take to finish what it has begun, in seconds. Default 30. */
  readonly graceSeconds?: number
}

/**
 * Pods of a program of ours that keeps no data: spread over the nodes, without any right in the cluster or on the
 * node, as the Pod Security level `restricted` asks.
 */
export const deployment = ({ name, annotations, replicas, container, user, graceSeconds }: DeploymentSettings) => {
  const labels = selectorLabels(name)
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels, annotations },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          // Otherwise every Service of the namespace would be in the environment, and could collide with a setting.
          enableServiceLinks: false,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: user,
            runAsGroup: user,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          terminationGracePeriodSeconds: graceSeconds,
          topologySpreadConstraints: [spread(name)],
          containers: [{ ...container, securityContext: powerless }],
        },
      },
    },
  } satisfies IDeployment
}

const powerless = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
}

/** One node lost takes one Pod with it, not all of them. */
const spread = (name: string) => ({
  maxSkew: 1,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable: 'DoNotSchedule' as const,
  labelSelector: { matchLabels: selectorLabels(name) },
  // Pods of the old version would count while they are replaced, and keep the new ones waiting.
  matchLabelKeys: ['pod-template-hash'],
  // A node that is down or drained would count as empty, and keep its Pods from moving elsewhere.
  nodeTaintsPolicy: 'Honor' as const,
})
