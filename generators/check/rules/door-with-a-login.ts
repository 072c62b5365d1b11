import { openingsOf } from '../open-doors.ts'
import type { Rule } from '../rule.ts'

export const doorWithALogin: Rule = {
  name: 'door-with-a-login',
  because: 'Prometheus and Alertmanager were open to everybody who found the port',
  check: ({ cluster: { cluster, placements } }) =>
    cluster.environment.settings.privateNetwork
      ? []
      : placements.flatMap(openingsOf).map(({ to, how, place }) => ({
          rule: doorWithALogin.name,
          place: place(),
          reason: `${to} can be reached from outside by ${how}, and asks for no login`,
          fix: 'keep it inside the cluster, or say that only trusted people reach this network: environment({ privateNetwork: true })',
        })),
}
