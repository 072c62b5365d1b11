import type { ClusterIdentity } from '../../fleet/component.ts'
import { clientSecretOf } from './names.ts'

/**
 * How an edge comes by its certificate, for the README of its cluster: it is read at the hub, whose context of kubectl is
 * called like it in the fleet, and put down at the edge under the name that its collectors know.
 */
export const carriedFromTheHub = (cluster: ClusterIdentity | undefined, secret: string) =>
  cluster?.hub === undefined
    ? {}
    : {
        note: `\`${clientSecretOf(cluster.id)}\` at ${cluster.hub}, where cert-manager makes and renews it ([more](../../docs/federation.md))`,
        command: [
          `kubectl get secret -A --context ${cluster.hub} --field-selector metadata.name=${clientSecretOf(cluster.id)} -o json`,
          `  | jq '.items[0] | {apiVersion, kind, type, data, metadata: {name: "${secret}"}}'`,
          '  | kubectl apply -f -',
        ].join(' \\\n'),
      }
