import { manifestsComponent } from '../../fleet/define-component.ts'
import { serviceHost } from '../../objects/kubernetes/service.ts'
import { collected } from '../opentelemetry/collected.ts'
import { lokiPort, lokiSingleName, lokiSingleOtlp, lokiSinglePush, lokiSingleUrl } from './addresses.ts'
import { lokiImage } from './image.ts'
import { type LokiSingleOptions, lokiSingleChecks } from './options.ts'
import { server } from './server.ts'

/** The UID by which dashboards name its datasource. */
const lokiUid = 'loki'

/** Loki without a chart or an object store: one Pod that does everything, with its logs on a volume. */
export const lokiSingle = manifestsComponent<LokiSingleOptions>({
  name: lokiSingleName,
  tier: 'apps',
  options: lokiSingleChecks,
  defaults: {
    version: lokiImage.version,
    retention: '168h',
    size: '10Gi',
    resources: { requests: { cpu: '50m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  },
  objects: server,
  provides: (_, { name, namespace }) => [
    lokiSinglePush(name, namespace),
    lokiSingleOtlp(name, namespace),
    { kind: 'datasource', uid: lokiUid, name: 'Loki', type: 'loki', url: lokiSingleUrl(name, namespace) },
    { kind: 'metrics', exporter: 'loki', through: 'annotations' },
    collected('loki', serviceHost(name, namespace, lokiPort.port)),
  ],
})
