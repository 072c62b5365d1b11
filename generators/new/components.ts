import { call, data, type Expression, type Item } from '../import/print/expression.ts'
import type { Answers } from './answers.ts'

/** A component with options, without them where there are none. */
const component = (name: string, options: Readonly<Record<string, unknown>> = {}): Expression =>
  Object.keys(options).length === 0 ? call(name) : call(name, data(options))

/** The network, where this repository brings it. */
export const networkComponent = ({ distribution, observe }: Answers): Expression =>
  component('cilium', {
    ...(distribution === 'talos' ? {} : { platform: 'generic' }),
    ...(observe.includes('metrics') ? {} : { monitors: false }),
  })

/** What observes a cluster. */
export const observers = ({ engine, observe }: Answers): readonly Item[] => {
  const hasMetrics = observe.includes('metrics')
  return [
    ...(hasMetrics
      ? [{ value: component('prometheusOperatorCrds') }, { value: component('kubePrometheusStack') }]
      : [{ value: component('grafana') }]),
    ...(observe.includes('logs')
      ? [
          { value: component('lokiSingle'), comments: ['On one volume; loki() keeps logs in an object store.'] },
          { value: component('alloyAgent') },
        ]
      : []),
    ...(observe.includes('traces') ? [{ value: component('tempo', hasMetrics ? { monitor: true } : {}) }] : []),
    ...(observe.includes('alerts')
      ? [{ value: component('platformAlerts') }, { value: component(engine === 'flux' ? 'fluxAlerts' : 'argoAlerts') }]
      : []),
  ]
}

/** The Secrets that they read. */
export const secretsOf = ({ observe }: Answers): readonly string[] => [
  ...(observe.includes('metrics') ? ['alertmanager-config'] : []),
  'grafana-admin',
]
