import { clientSecretOf } from '../federation-certificates/names.ts'
import type { Alert } from './alert.ts'

const end = 'certmanager_certificate_expiration_timestamp_seconds'
const each = 'cluster_id, namespace, name'

export const certificateAlerts: readonly Alert[] = [
  {
    name: 'CertificateNearEnd',
    when: `min by (${each}) (${end}) - time() < 14 * 86400`,
    for: '1h',
    severity: 'critical',
    summary: 'Certificate {{ $labels.name }} ends soon.',
    description:
      'Certificate {{ $labels.namespace }}/{{ $labels.name }} ends in {{ $value | humanizeDuration }}, and should have been renewed long ago. With it ends what it protects.',
  },
]

const client = `${end}{name=~"${clientSecretOf('.+')}"}`

/** For where a person carries certificates to the edges. What an edge still has, the hub cannot see. */
export const carriedCertificateAlerts: readonly Alert[] = [
  {
    name: 'CertificateToCarry',
    when: `max by (${each}) (${client}) > max by (${each}) (${client} offset 7d)`,
    severity: 'warning',
    summary: 'A renewed certificate has to be carried to its edge.',
    description:
      'Certificate {{ $labels.namespace }}/{{ $labels.name }} was renewed within the last 7 days. The edge goes on with the old one until that ends, and falls silent then.',
  },
]
