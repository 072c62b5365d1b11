import type { Problem } from '../../problem.ts'
import { objectDoors, unguardedServices } from '../object-doors.ts'
import { mayOpen, type Opening, openingsOf } from '../open-doors.ts'
import type { Rule } from '../rule.ts'

export const doorWithALogin: Rule = {
  name: 'door-with-a-login',
  because: 'Prometheus and Alertmanager were open to everybody who found the port',
  check: ({ cluster, alike }) => {
    if (cluster.cluster.environment.settings.privateNetwork) return []
    const services = alike(unguardedServices)
    return cluster.placements.filter(mayOpen).flatMap((placement) => {
      const told = openingsOf(placement)
      const objects = objectDoors(placement, services).filter(({ to }) => !told.some((one) => one.to === to))
      return [...told, ...objects].map(problem)
    })
  },
}

const problem = ({ to, how, place }: Opening): Problem => ({
  rule: doorWithALogin.name,
  place: place(),
  reason: `${to} can be reached from outside by ${how}, and asks for no login`,
  fix: 'keep it inside the cluster, or say that only trusted people reach this network: environment({ privateNetwork: true })',
})
