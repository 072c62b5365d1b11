import { expect, test } from 'vitest'
import { environment, grafana, manifests, tempo } from '../../../generators/fleetwright.ts'
import { fleet, note, sender } from '../../support/fleets.ts'
import { type Mistake, of, told } from './told.ts'

test.each<Mistake>([
  [
    'a component whose function throws',
    of(
      manifests({
        name: 'page',
        objects: () => {
          throw new Error('no such file')
        },
      }),
    ),
    'clusters.a.namespaces.monitoring.page',
    'page cannot be worked out: no such file',
    'correct the function that fails, or what it is given here',
    'component-fails',
  ],
  [
    'components that wait for each other',
    of(note({ name: 'one', after: ['two'] }), note({ name: 'two', after: ['one'] })),
    'clusters.a.namespaces.monitoring.one',
    'components wait for each other for ever: monitoring/one → monitoring/two → monitoring/one',
    'take one of these requirements away, or remove an `after`',
    'no-cycle',
  ],
  [
    'options for a component that nobody runs',
    fleet(
      { a: { components: [] } },
      { dev: environment({ storageClass: 'local-path' }, [tempo({ retention: '48h' })]) },
    ),
    'environments.dev.tempo',
    'no cluster here runs a component called tempo, so these options would be ignored',
    'remove them, or add the component to a cluster',
    'options-reach-somebody',
  ],
  [
    'an endpoint that nobody provides',
    of(sender()),
    'clusters.a.namespaces.monitoring.sender',
    'sender needs an endpoint loki-push, and nothing in the cluster provides it',
    'add lokiSingle() or loki() to a namespace of clusters.a',
    'requirement-met',
  ],
  [
    'a Secret that has no source',
    of(grafana()),
    'clusters.a.namespaces.monitoring.grafana',
    'grafana reads the Secret grafana-admin, and the fleet does not say where it comes from',
    "add 'grafana-admin': existing(), sops() or externalSecret({ … }) to clusters.a.namespaces.monitoring.secrets",
    'secret-source',
  ],
  [
    'a field that does not exist',
    of(
      manifests({
        name: 'page',
        objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'page' }, dta: {} }],
      }),
    ),
    'clusters.a.namespaces.monitoring.page.objects.0.dta',
    'ConfigMap page: dta is not a field that exists',
    'write data',
    'valid-object',
  ],
])('%s', (_, given, place, reason, fix, rule) => {
  expect(told(given)).toContainEqual([place, reason, fix, rule])
})
