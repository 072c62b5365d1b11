import { closedNamespaces } from '../../plan/network-policies/closed.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const enforcedPolicies: Rule = {
  name: 'enforced-policies',
  because: 'NetworkPolicies were applied and everything stayed open: the network of the cluster does not know them',
  check: ({ cluster: plan }) => {
    const { cluster } = plan
    // K3s has a controller of its own for them.
    if (cluster.network !== 'flannel' || cluster.distribution === 'k3s') return []
    return closedNamespaces(plan).map(
      ({ namespace }): Problem => ({
        rule: enforcedPolicies.name,
        place: [...namespace.place, 'networkPolicies'],
        reason: `${namespace.name} is to be closed, and flannel enforces no NetworkPolicy`,
        fix: `run calico or cilium in ${cluster.name}, or say networkPolicies: false there`,
      }),
    )
  },
}
