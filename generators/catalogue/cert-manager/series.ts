import type { CapabilityOf } from '../../fleet/capability.ts'

const certificate = ['name', 'issuer_name', 'issuer_kind', 'issuer_group', 'exported_namespace'] as const

/** What the controller says of each certificate. Its Pods carry the annotations that Prometheus looks for. */
export const certManagerSeries: CapabilityOf<'metrics'> = {
  kind: 'metrics',
  exporter: 'cert-manager',
  through: 'annotations',
  families: {
    certmanager_certificate_expiration_timestamp_seconds: certificate,
    certmanager_certificate_renewal_timestamp_seconds: certificate,
    certmanager_certificate_ready_status: [...certificate, 'condition'],
  },
}
