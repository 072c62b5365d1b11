import type { Rule } from '../rule.ts'

export const doorWithALogin: Rule = {
  name: 'door-with-a-login',
  because: 'Prometheus and Alertmanager were open to everybody who found the port',
  check: ({ plan }) =>
    plan.clusters.flatMap(({ cluster, placements }) =>
      cluster.environment.settings.privateNetwork
        ? []
        : placements.flatMap(({ provides, place }) =>
            provides.flatMap((door) =>
              door.kind !== 'door' || door.authenticated
                ? []
                : [
                    {
                      rule: doorWithALogin.name,
                      place,
                      reason: `${door.to} can be reached from outside by ${door.how}, and asks for no login`,
                      fix: `keep it inside the cluster, or say that only trusted people reach this network: environment({ privateNetwork: true })`,
                    },
                  ],
            ),
          ),
    ),
}
