import type { Where } from '../../fleet/component.ts'
import { manifestsComponent } from '../../fleet/define-component.ts'
import { authorityCertificate, clientCertificate } from '../../objects/cert-manager/certificate.ts'
import { authority, selfSigned } from '../../objects/cert-manager/issuer.ts'
import { pushSecret } from '../../objects/external-secrets/push-secret.ts'
import { certificateCrds } from '../cert-manager/cert-manager.ts'
import { certificateKeys, clientEntryOf, clientSecretOf, federationCertificatesName } from './names.ts'
import { type FederationCertificatesOptions, federationCertificatesChecks } from './options.ts'

/**
 * The authority of a federation, at its hub: it signs the gateway's certificate, and one for each edge of the fleet.
 * Every key is made in the hub by cert-manager and none is in the tree. That of the authority never leaves the hub; an
 * edge gets the certificate and key that are its own, and the authority's certificate (docs/federation.md).
 */
export const federationCertificates = manifestsComponent<FederationCertificatesOptions>({
  name: federationCertificatesName,
  tier: 'infrastructure',
  options: federationCertificatesChecks,
  defaults: { validity: '8760h' },
  knowsCluster: true,
  objects: (options, where) => [
    ...authorityObjects(where),
    ...(where.cluster?.edges ?? []).flatMap((edge) => clientObjects(edge, options, where)),
  ],
  provides: (_, { name }) => [{ kind: 'issuer', name }],
  requires: ({ push }) => [certificateCrds, ...(push === undefined ? [] : [externalSecrets])],
})

const externalSecrets = { kind: 'crd', group: 'external-secrets.io' } as const

/** Ten years, the last of which its successor is known in: long enough to carry it everywhere. */
const tenYears = { duration: '87600h', renewBefore: '8760h' } as const

const authorityObjects = ({ name }: Where) => {
  const [root, ca] = [`${name}-root`, `${name}-ca`]
  return [
    selfSigned(root, name),
    authorityCertificate({ name: ca, workload: name, issuer: root, commonName: name, ...tenYears }),
    authority(name, ca, name),
  ]
}

/** Without `renewBefore`, cert-manager renews a certificate when two thirds of it are over. */
const clientObjects = (edge: string, { validity, push }: Partial<FederationCertificatesOptions>, { name }: Where) => {
  const common = { name: clientSecretOf(edge), workload: name }
  return [
    clientCertificate({
      ...common,
      issuer: name,
      commonName: edge,
      ...(validity === undefined ? {} : { duration: validity }),
    }),
    ...(push === undefined
      ? []
      : [
          pushSecret({
            ...common,
            keys: certificateKeys,
            store: { kind: push.kind ?? 'ClusterSecretStore', name: push.store },
            to: clientEntryOf(push.folder ?? 'otel-client', edge),
          }),
        ]),
  ]
}
