import type { ICertificate } from '@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate'
import type { GoDuration } from '../../fleet/checks/scalars.ts'
import { selectorLabels } from '../kubernetes/labels.ts'

interface CertificateSettings {
  /** Its name, and that of the Secret with `tls.crt`, `tls.key` and `ca.crt`. */
  readonly name: string
  /** What it belongs to. */
  readonly workload: string
  /** The Issuer of the namespace that signs it. */
  readonly issuer: string
  /** How long it holds. */
  readonly duration?: GoDuration
  /** How long before its end another one takes its place. */
  readonly renewBefore?: GoDuration
}

type Spec = ICertificate['spec']

const certificate = (
  { name, workload, issuer, duration, renewBefore }: CertificateSettings,
  more: Omit<Spec, 'issuerRef' | 'secretName'>,
) =>
  ({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, labels: selectorLabels(workload) },
    spec: {
      secretName: name,
      issuerRef: { kind: 'Issuer', name: issuer },
      duration,
      renewBefore,
      ...more,
    },
  }) satisfies ICertificate

/** A new key with each renewal, small and quick. */
const newKey: Spec['privateKey'] = { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' }

export interface ServerNames {
  readonly dnsNames: readonly string[]
  readonly ipAddresses?: readonly string[] | undefined
}

/** By which a server shows that it is who is meant. */
export const serverCertificate = ({ dnsNames, ipAddresses, ...settings }: CertificateSettings & ServerNames) =>
  certificate(settings, {
    dnsNames: [...dnsNames],
    ipAddresses: ipAddresses && [...ipAddresses],
    usages: ['digital signature', 'server auth'],
    privateKey: newKey,
  })

/** By which a client shows who it is. */
export const clientCertificate = ({ commonName, ...settings }: CertificateSettings & { readonly commonName: string }) =>
  certificate(settings, { commonName, usages: ['digital signature', 'client auth'], privateKey: newKey })

/** An authority's own. Its key stays, so that what it signed holds on when the certificate is renewed. */
export const authorityCertificate = ({
  commonName,
  ...settings
}: CertificateSettings & { readonly commonName: string }) =>
  certificate(settings, {
    isCA: true,
    commonName,
    usages: ['cert sign', 'crl sign', 'digital signature'],
    privateKey: { ...newKey, rotationPolicy: 'Never' },
  })
