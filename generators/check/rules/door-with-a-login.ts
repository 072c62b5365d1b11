import type { Placement } from '../../plan/placement.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const doorWithALogin: Rule = {
  name: 'door-with-a-login',
  because: 'Prometheus and Alertmanager were open to everybody who found the port',
  check: ({ cluster: { cluster, placements } }) =>
    cluster.environment.settings.privateNetwork ? [] : placements.flatMap(openDoors),
}

const openDoors = ({ provides, place }: Placement): readonly Problem[] =>
  provides.flatMap((door) =>
    door.kind !== 'door' || door.authenticated
      ? []
      : [
          {
            rule: doorWithALogin.name,
            place,
            reason: `${door.to} can be reached from outside by ${door.how}, and asks for no login`,
            fix: 'keep it inside the cluster, or say that only trusted people reach this network: environment({ privateNetwork: true })',
          },
        ],
  )
