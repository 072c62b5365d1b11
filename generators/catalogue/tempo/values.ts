import type { Values, Where } from '../../fleet/component.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { powerless } from '../../objects/kubernetes/pod.ts'
import { scraped } from '../prometheus/jobs/annotated.ts'
import { queryPort } from './addresses.ts'
import { generatorValues } from './metrics-generator.ts'
import type { TempoOptions } from './options.ts'

/** One Tempo that does everything, with its traces on a volume. */
export const tempoValues = (options: Partial<TempoOptions>, where: Where): Values => {
  const { name, storageClass, found } = where
  const { retention, size, dimensions, monitor, resources } = options
  return {
    fullnameOverride: name,
    tempo: {
      retention,
      resources,
      reportingEnabled: false,
      // The garbage collector would wait for as much again as the chart sets aside, and pass the limit of its memory.
      memBallastSizeMbs: 0,
      // Alive as long as it listens: it is not ready while it reads its log, and a restart would begin that anew.
      livenessProbe: { httpGet: null, tcpSocket: { port: queryPort } },
      securityContext: powerless,
      ...generatorValues(found.endpoint('remote-write'), dimensions),
    },
    // The chart has it run as a user of its own already.
    securityContext: { fsGroupChangePolicy: 'OnRootMismatch', seccompProfile: { type: 'RuntimeDefault' } },
    // It asks the API server nothing.
    serviceAccount: { automountServiceAccountToken: false },
    persistence: { enabled: true, size, storageClassName: storageClass },
    affinity: keepsDataAffinity(where),
    podAnnotations: scraped({ port: queryPort }),
    serviceMonitor: { enabled: monitor, additionalLabels: monitor ? found.monitorLabels() : undefined },
  }
}
