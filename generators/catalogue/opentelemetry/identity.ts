import type { IEnvVar } from 'kubernetes-models/v1/EnvVar'
import type { ClusterIdentity } from '../../fleet/component.ts'
import { fromEnvironment } from '../../objects/opentelemetry/environment.ts'
import { identityAttributes } from '../../objects/opentelemetry/identity-attributes.ts'
import { resourceProcessor } from '../../objects/opentelemetry/processors/resource.ts'

const variables = { 'cluster.id': 'CLUSTER_ID', 'cluster.role': 'CLUSTER_ROLE' } as const

/**
 * Says of which cluster a signal is, whatever its sender says. The configuration is the same in every cluster: its Pods
 * know the rest from their environment, which is all that a cluster's layer has to say.
 */
export const clusterProcessor = resourceProcessor({
  name: 'cluster',
  attributes: identityAttributes.map((key) => ({ action: 'upsert', key, value: fromEnvironment(variables[key]) })),
})

/** Which cluster it is, for the Pods of a collector. Nothing, above the cluster's layer. */
export const clusterEnv = (cluster: ClusterIdentity | undefined): readonly IEnvVar[] =>
  cluster === undefined
    ? []
    : [
        { name: variables['cluster.id'], value: cluster.id },
        // A cluster of no federation has stores of its own.
        { name: variables['cluster.role'], value: cluster.role ?? 'standalone' },
      ]
