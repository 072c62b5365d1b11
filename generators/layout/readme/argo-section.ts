import type { Repository } from '../../fleet/fleet.ts'

/** What a person types for Argo CD to take a cluster over. */
export const argoSection = (namespace: string, { url }: Repository) => ({
  namespace,
  credentials: [
    `kubectl create secret generic fleet -n ${namespace} --from-literal=type=git --from-literal=url=${url} ${loginOf(url)}`,
    `kubectl label secret fleet -n ${namespace} argocd.argoproj.io/secret-type=repository`,
  ].join('\n'),
  apply: `kubectl apply --server-side --field-manager=${fieldManager}`,
})

/** A manager of its own: as the one that Argo CD was installed by, what this file leaves out would be taken away. */
export const fieldManager = 'fleetwright'

const loginOf = (url: string): string =>
  url.startsWith('http')
    ? "--from-literal=username='…' --from-literal=password='…'"
    : '--from-file=sshPrivateKey=SSH_KEY_FILE'
