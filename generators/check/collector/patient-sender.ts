import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'
import { componentsOf, type DefinedComponent } from './collector-graph.ts'
import { type CollectorPod, inEnvironment } from './collector-pod.ts'
import type { CollectorSubject } from './collector-rule.ts'
import { goSeconds } from './go-seconds.ts'
import { collectorsIn } from './placed-collectors.ts'
import { queueOf } from './queues.ts'

const name = 'collector-patient-sender'

/** What is assumed of a collector in another cluster: it may write while its sender waits, as ours do. */
const usualWait = { seconds: 1200, text: '20m' }

/**
 * The sender's timeout travels with a request by gRPC. A collector that writes before it answers must be given longer
 * than it takes: in the same cluster it is known how long that may be.
 */
export const patientSender: Rule = {
  name,
  because:
    'an edge gave the gateway five seconds: Prometheus was away for 60, the gateway answered with an error that is not tried again, and the edge dropped what its queue held',
  check: ({ cluster, placements, once }) =>
    placements.flatMap((placement) =>
      once(placement, collectorsIn).flatMap(({ subject, place }) =>
        componentsOf(subject.graph, 'exporter', 'otlp_grpc').flatMap((exporter): readonly Problem[] => {
          const { host, inside } = endpointOf(exporter, subject.pod)
          const [service, namespace = placement.namespace.name] = host.split('.')
          const receiver = cluster.placements
            .filter((other) => other.namespace.name === namespace)
            .flatMap((other) => once(other, collectorsIn))
            .find(({ services }) => services.includes(service!))
          const wait = receiver ? waitOf(receiver.subject) : inside ? undefined : usualWait
          return wait === undefined ? [] : tooShort(exporter, wait).map((problem) => ({ ...problem, place }))
        }),
      ),
    ),
}

interface Wait {
  readonly seconds: number
  readonly text: string
}

const tooShort = ({ id, settings }: DefinedComponent, wait: Wait): readonly Omit<Problem, 'place'>[] => {
  const given = settings.timeout ?? '5s'
  const seconds = goSeconds(given)
  // Nought is no limit at all.
  if (seconds === undefined || seconds === 0 || seconds > wait.seconds) return []
  return [
    {
      rule: name,
      reason: `${id} gives its receiver ${given} to answer, which may take ${wait.text} over it, and drops what is not answered by then`,
      fix: `set a timeout that is longer than ${wait.text}, such as 30m`,
    },
  ]
}

/** How long a collector may keep its senders waiting: as long as an exporter without a queue tries. */
const waitOf = ({ graph }: CollectorSubject): Wait | undefined => {
  const [longest] = componentsOf(graph, 'exporter', 'prometheus_remote_write', 'otlp_grpc', 'otlp_http')
    .filter((exporter) => queueOf(exporter) === 'none')
    .map(({ settings }) => ({
      text: String(settings.timeout ?? '5s'),
      seconds: goSeconds(settings.timeout ?? '5s') ?? 0,
    }))
    .sort((one, other) => other.seconds - one.seconds)
  return longest
}

/** A name without dots, or one under `svc`, is the cluster's own. A variable of unknown value is left alone. */
const endpointOf = ({ settings }: DefinedComponent, pod: CollectorPod | undefined) => {
  const host = inEnvironment(String(settings.endpoint ?? ''), pod)
    .replace(/^\w+:\/\//, '')
    .replace(/:\d+$/, '')
  return { host, inside: host.includes('${') || !host.includes('.') || /\.svc(\.|$)/.test(host) }
}
