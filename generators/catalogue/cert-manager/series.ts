import type { CapabilityOf } from '../../fleet/capability.ts'
import { serviceHost } from '../../objects/kubernetes/service.ts'
import { collected } from '../opentelemetry/collected.ts'

const exporter = 'cert-manager'
const port = 9402

const families = (namespace: string) => {
  const certificate = ['name', 'issuer_name', 'issuer_kind', 'issuer_group', namespace]
  return {
    certmanager_certificate_expiration_timestamp_seconds: certificate,
    certmanager_certificate_renewal_timestamp_seconds: certificate,
    certmanager_certificate_ready_status: [...certificate, 'condition'],
  }
}

/**
 * What the controller says of each certificate. Its Pods carry the annotations that Prometheus looks for, and puts the Pod's
 * namespace in the place of the certificate's; a collector puts nothing there.
 */
export const certManagerSeries = (name: string, namespace: string): readonly CapabilityOf<'metrics'>[] => [
  { kind: 'metrics', exporter, through: 'annotations', families: families('exported_namespace') },
  { ...collected(exporter, serviceHost(name, namespace, port)), families: families('namespace') },
]
