import { expect, test } from 'vitest'
import {
  alertmanager,
  cloudflareTunnel,
  grafana,
  helmRelease,
  kubePrometheusStack,
  loki,
  platformAlerts,
  s3,
  tempo,
} from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { wrong } from '../rules/platform.ts'
import { type Mistake, of, told } from './told.ts'

const chart = { url: 'oci://registry.example/charts/web', version: '1.0.0' }
const web = helmRelease({ name: 'web', chart })

test.each<Mistake>([
  [
    'a Date among values',
    of(web({ values: { started: new Date(0) } })),
    'clusters.a.namespaces.monitoring.web.values.started',
    '1970-01-01T00:00:00.000Z is nothing that YAML can hold',
    'write text, a number, true or false, a list or a map',
    'plain-data',
  ],
  [
    'a list where a map belongs',
    fleet({ a: { components: [], storageClasses: wrong({ fast: true }) } }),
    'clusters.a.storageClasses',
    '{"fast":true} is not a list',
    'write a list, such as […]',
    'shape',
  ],
  [
    'a chart without a version',
    of(helmRelease(wrong({ name: 'web', chart: { url: chart.url } }))),
    'clusters.a.namespaces.monitoring.web.chart',
    "a chart lacks 'version'",
    'add version',
    'required-option',
  ],
  [
    'an empty text',
    of(loki({ objectStore: s3({ region: '', buckets: { chunks: 'chunks', ruler: 'ruler' } }) })),
    'clusters.a.namespaces.monitoring.loki.objectStore.region',
    "'' is not a text",
    "write a text, such as '…'",
    'text',
  ],
  [
    'a password in the place of a reference',
    of(grafana({ admin: wrong('hunter2') })),
    'clusters.a.namespaces.monitoring.grafana.admin',
    'a secret is written here in plain text, and would be committed',
    "remove it, put it into a Secret and write secret('NAME') here",
    'literal-secret',
  ],
  [
    'a text for a yes or no',
    of(tempo({ monitor: wrong('false') })),
    'clusters.a.namespaces.monitoring.tempo.monitor',
    "'false' is not a yes or no",
    'write a yes or no, such as true',
    'flag',
  ],
  [
    'half a replica',
    of(cloudflareTunnel({ replicas: 2.5 })),
    'clusters.a.namespaces.monitoring.cloudflare-tunnel.replicas',
    '2.5 is not a number of replicas',
    'write a number of replicas, such as 2',
    'count',
  ],
  [
    'minutes in words',
    of(tempo({ retention: wrong('10 minutes') })),
    'clusters.a.namespaces.monitoring.tempo.retention',
    "'10 minutes' is not a Go duration",
    "write a Go duration, such as '168h'",
    'duration',
  ],
  [
    'gigabytes in words',
    of(tempo({ size: wrong('10 gigs') })),
    'clusters.a.namespaces.monitoring.tempo.size',
    "'10 gigs' is not a size",
    "write a size, such as '10Gi'",
    'size',
  ],
  [
    'a name that the API server refuses',
    of(tempo({ name: 'Bad_Name!' })),
    'clusters.a.namespaces.monitoring.Bad_Name!.name',
    "'Bad_Name!' is not a name of at most 63 lower-case letters, digits and dashes",
    "write a name of at most 63 lower-case letters, digits and dashes, such as 'loki'",
    'name',
  ],
  [
    'a range of versions',
    of(loki({ version: '18.x' })),
    'clusters.a.namespaces.monitoring.loki.version',
    "'18.x' is not an exact version",
    "write an exact version, such as '18.11.0'",
    'version',
  ],
  [
    'an image that moves',
    of(cloudflareTunnel({ image: 'cloudflare/cloudflared:latest' })),
    'clusters.a.namespaces.monitoring.cloudflare-tunnel.image',
    "'cloudflare/cloudflared:latest' is not an image with an exact tag or digest",
    "write an image with an exact tag or digest, such as 'docker.io/cloudflare/cloudflared:2026.8.2'",
    'image',
  ],
  [
    'an address without a scheme',
    of(alertmanager({ receivers: ['hooks.slack.com'] })),
    'clusters.a.namespaces.monitoring.alertmanager.receivers.0',
    "'hooks.slack.com' is not an address",
    "write an address, such as 'https://example.com'",
    'url',
  ],
  [
    'more than all',
    of(platformAlerts({ highMemory: { percent: 120 } })),
    'clusters.a.namespaces.monitoring.platform-alerts.highMemory.percent',
    '120 is not a share between 0 and 100 percent',
    'write a share between 0 and 100 percent, such as 90',
    'percent',
  ],
  [
    'an address that is none',
    of(kubePrometheusStack({ grafana: { loadBalancer: { address: '10.1.5' } } })),
    'clusters.a.namespaces.monitoring.kube-prometheus-stack.grafana.loadBalancer.address',
    "'10.1.5' is not an IP address",
    "write an IP address, such as '10.1.5.185'",
    'ip-address',
  ],
  [
    'a port that is no NodePort',
    of(grafana({ nodePort: 3000 })),
    'clusters.a.namespaces.monitoring.grafana.nodePort',
    '3000 is not a NodePort from 30000 to 32767',
    'write a NodePort from 30000 to 32767, such as 30300',
    'node-port',
  ],
  [
    'a taint without an effect',
    fleet({ a: { components: [], nodePools: { slow: { taints: [wrong('storage=hdd')] } } } }),
    'clusters.a.nodePools.slow.taints.0',
    "'storage=hdd' is not a taint",
    "write a taint, such as 'storage=hdd:NoSchedule'",
    'taint',
  ],
])('%s', (_, given, place, reason, fix, rule) => {
  expect(told(given)).toContainEqual([place, reason, fix, rule])
})
