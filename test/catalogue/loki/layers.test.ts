import { expect, test } from 'vitest'
import { kubePrometheusStack } from '../../../generators/catalogue/kube-prometheus-stack/kube-prometheus-stack.ts'
import { loki, s3 } from '../../../generators/catalogue/loki/loki.ts'
import { minio } from '../../../generators/catalogue/minio/minio.ts'
import { prometheusOperatorCrds } from '../../../generators/catalogue/prometheus-operator-crds/prometheus-operator-crds.ts'
import { existing, secret } from '../../../generators/fleet/secret.ts'
import { fleet } from '../../support/fleets.ts'
import { tree } from '../../support/tree.ts'

const secrets = Object.fromEntries(
  ['alertmanager-config', 'grafana-admin', 'loki-s3', 'minio-root', 'hetzner'].map((name) => [name, existing()]),
)
const settings = { secrets }
const monitoring = [prometheusOperatorCrds(), kubePrometheusStack()]

test('an S3 outside stands in the layer of the one cluster that uses it, and takes the rest back', () => {
  const outside = s3({
    region: 'eu-west-1',
    buckets: { chunks: 'our-logs', ruler: 'our-rules' },
    secret: secret('hetzner'),
  })
  const rendered = tree(
    fleet({
      home: { settings, components: [...monitoring, minio(), loki()] },
      away: { settings, components: [...monitoring, loki({ objectStore: outside })] },
    }),
  )

  expect(rendered.problems).toEqual([])
  expect(rendered.at('apps/base/monitoring/loki/values.yaml').loki.storage).toEqual({
    type: 's3',
    bucketNames: { chunks: 'loki-chunks', ruler: 'loki-ruler' },
    s3: { endpoint: 'http://minio.monitoring.svc.cluster.local:9000', s3ForcePathStyle: true, insecure: true },
  })
  expect(rendered.at('apps/clusters/away/monitoring/loki/values-away.yaml')).toEqual({
    loki: {
      storage: {
        bucketNames: { chunks: 'our-logs', ruler: 'our-rules' },
        s3: { endpoint: null, region: 'eu-west-1', s3ForcePathStyle: false, insecure: false },
      },
    },
    singleBinary: { extraEnvFrom: [{ secretRef: { name: 'hetzner' } }] },
  })
  expect(rendered.paths).not.toContainEqual(expect.stringContaining('apps/clusters/home/monitoring/loki'))
})
