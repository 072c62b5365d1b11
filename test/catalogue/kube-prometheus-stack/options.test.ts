import { expect, test } from 'vitest'
import { shape } from '../../../generators/fleet/checks/check.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { at } from '../../../generators/plan/values.ts'
import { bareValues, definition, said, stackValues } from './stack.ts'

test('an environment says how long and how much is kept, and nothing else', () => {
  expect(
    said({ retention: '15d', prometheus: { size: '50Gi' }, alertmanager: { size: '5Gi' } }, { storageClass: 'gp3' }),
  ).toEqual({
    prometheus: {
      prometheusSpec: {
        retention: '15d',
        storageSpec: {
          volumeClaimTemplate: { spec: { storageClassName: 'gp3', resources: { requests: { storage: '50Gi' } } } },
        },
      },
    },
    alertmanager: {
      alertmanagerSpec: {
        storage: {
          volumeClaimTemplate: { spec: { storageClassName: 'gp3', resources: { requests: { storage: '5Gi' } } } },
        },
      },
    },
  })
})

test('a NodePort opens the Service of its own part', () => {
  expect(
    said({ prometheus: { nodePort: 30900 }, alertmanager: { nodePort: 30903 }, grafana: { nodePort: 30300 } }),
  ).toEqual({
    prometheus: { service: { type: 'NodePort', nodePort: 30900 } },
    alertmanager: { service: { type: 'NodePort', nodePort: 30903 } },
    grafana: { service: { type: 'NodePort', nodePort: 30300 } },
  })
})

test('one scrape interval holds for cAdvisor too, which the chart would scrape every ten seconds', () => {
  expect(said({ scrapeInterval: '1m' })).toEqual({
    prometheus: { prometheusSpec: { scrapeInterval: '1m' } },
    kubelet: { serviceMonitor: { cAdvisorInterval: '1m' } },
  })
})

test.each([
  ['45Gi', '45GiB'],
  ['500M', '500MB'],
  ['800k', '800KB'],
] as const)('a retention size of %s is %s to Prometheus', (retentionSize, expected) => {
  expect(said({ prometheus: { retentionSize } })).toEqual({
    prometheus: { prometheusSpec: { retentionSize: expected } },
  })
})

test('the configuration of Alertmanager and the login of Grafana come from the Secrets that are named', () => {
  expect(said({ alertmanager: { config: secret('routes') }, grafana: { admin: secret('people') } })).toEqual({
    alertmanager: { alertmanagerSpec: { configSecret: 'routes' } },
    grafana: { admin: { existingSecret: 'people', userKey: 'admin-user', passwordKey: 'admin-password' } },
  })
})

test('resources of a part go to that part, and add to what it has by default', () => {
  const options = { prometheus: { resources: { limits: { cpu: '500m', memory: '1Gi' } } } } as const
  expect(said(options)).toEqual({ prometheus: { prometheusSpec: { resources: options.prometheus.resources } } })
  expect(at(stackValues(options), 'prometheus.prometheusSpec.resources')).toEqual({
    requests: { cpu: '100m', memory: '512Mi' },
    limits: { cpu: '500m', memory: '1Gi' },
  })
})

test('without options the defaults keep data, scrape every 30 seconds and read both Secrets', () => {
  const values = stackValues()
  expect({
    retention: at(values, 'prometheus.prometheusSpec.retention'),
    scrapeInterval: at(values, 'prometheus.prometheusSpec.scrapeInterval'),
    kept: at(values, 'alertmanager.alertmanagerSpec.retention'),
    sizes: definition.volumes?.map(({ size }) => at(values, size)),
    secrets: definition.credentials?.map((path) => at(values, path)),
  }).toEqual({
    retention: '10d',
    scrapeInterval: '30s',
    kept: '120h',
    sizes: ['20Gi', '2Gi', undefined],
    secrets: ['alertmanager-config', 'grafana-admin'],
  })
})

test('every volume is claimed from the storage class of the place', () => {
  const values = stackValues({ grafana: { size: '5Gi' } }, { storageClass: 'local-path' })
  expect(definition.volumes?.map(({ storageClass }) => at(values, storageClass))).toEqual(
    definition.volumes?.map(() => 'local-path'),
  )
})

test('an option that is not given says nothing', () => {
  expect(said({ prometheus: {}, alertmanager: {}, grafana: { ingress: {} } })).toEqual({})
  expect(at(bareValues({}), 'prometheus.prometheusSpec.retention')).toBeUndefined()
})

test.each([
  [{ retention: '10 days' }, 'retention', "'10 days' is not a duration"],
  [{ prometheus: { size: '20 GB' } }, 'prometheus.size', "'20 GB' is not a size"],
  [{ prometheus: { sizes: '20Gi' } }, 'prometheus.sizes', "Prometheus has no 'sizes'"],
  [{ alertmanager: { retention: '5d' } }, 'alertmanager.retention', "'5d' is not a Go duration"],
  [{ grafana: { nodePort: 80 } }, 'grafana.nodePort', '80 is not a NodePort from 30000 to 32767'],
  [{ grafana: { ingress: { host: 'Grafana' } } }, 'grafana.ingress.host', "'Grafana' is not a host name"],
  [{ grafana: { admin: 'admin' } }, 'grafana.admin', 'a secret is written here in plain text, and would be committed'],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('kube-prometheus-stack', definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
