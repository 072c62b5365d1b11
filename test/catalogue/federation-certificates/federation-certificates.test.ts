import { describe, expect, test } from 'vitest'
import { federationCertificates } from '../../../generators/catalogue/federation-certificates/federation-certificates.ts'
import type { FederationCertificatesOptions } from '../../../generators/catalogue/federation-certificates/options.ts'
import { validateObject } from '../../../generators/check/schema/validate.ts'
import { schemas } from '../../check/schema/package-schemas.ts'
import { problemsOf } from '../../support/problems.ts'
import { tree } from '../../support/tree.ts'
import { made } from '../made.ts'
import { federation } from '../otel-gateway/hub.ts'
import { where } from '../where.ts'

const at = (edges: readonly string[]) => ({
  ...where('federation-certificates'),
  cluster: { id: 'hub', role: 'hub', edges } as const,
})
const certificates = (edges: readonly string[] = ['edge-1'], options: FederationCertificatesOptions = {}) =>
  made(federationCertificates, options, at(edges))
const named = (name: string, options?: FederationCertificatesOptions) =>
  certificates(['edge-1'], options).objects.filter(({ metadata }) => metadata.name === name)

test('the authority signs itself, and its key stays when its certificate is renewed', () => {
  expect(certificates([]).objects.map(({ kind, metadata, spec }) => [kind, metadata.name, spec])).toEqual([
    ['Issuer', 'federation-certificates-root', { selfSigned: {} }],
    [
      'Certificate',
      'federation-certificates-ca',
      {
        secretName: 'federation-certificates-ca',
        issuerRef: { kind: 'Issuer', name: 'federation-certificates-root' },
        duration: '87600h',
        renewBefore: '8760h',
        isCA: true,
        commonName: 'federation-certificates',
        usages: ['cert sign', 'crl sign', 'digital signature'],
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Never' },
      },
    ],
    ['Issuer', 'federation-certificates', { ca: { secretName: 'federation-certificates-ca' } }],
  ])
})

test('an edge’s certificate is good for an edge, and for nothing else', () => {
  expect(named('otel-client-edge-1')[0]?.spec).toEqual({
    secretName: 'otel-client-edge-1',
    issuerRef: { kind: 'Issuer', name: 'federation-certificates' },
    duration: '8760h',
    commonName: 'edge-1',
    usages: ['digital signature', 'client auth'],
    privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
  })
  expect(named('otel-client-edge-1', { validity: '2160h' })[0]?.spec).toMatchObject({ duration: '2160h' })
})

describe('one edge more', () => {
  const files = (edges: readonly string[]) => {
    const { paths, text } = tree(federation({ edges }))
    return new Map(paths.filter((path) => !path.includes('edge-2')).map((path) => [path, text(path)]))
  }
  const [one, two] = [files(['edge-1']), files(['edge-1', 'edge-2'])]
  const changed = [...new Set([...one.keys(), ...two.keys()])].filter((path) => one.get(path) !== two.get(path))
  const folder = 'infrastructure/clusters/hub/monitoring/federation-certificates'

  test('is one Certificate more at the hub', () => {
    const kinds = (edges: readonly string[]) => certificates(edges).objects.map(({ kind }) => kind)
    expect(kinds(['edge-1', 'edge-2'])).toEqual([...kinds(['edge-1']), 'Certificate'])
  })

  test('changes nothing else there, but for Prometheus, which learns whom to miss', () => {
    expect(changed.toSorted()).toEqual([
      'apps/clusters/hub/monitoring/prometheus/kustomization.yaml',
      `${folder}/kustomization.yaml`,
    ])
  })
})

describe('a store outside', () => {
  const push = { store: 'platform' }

  test('is given each edge’s certificate, for the edge to fetch', () => {
    expect(named('otel-client-edge-1', { push }).find(({ kind }) => kind === 'PushSecret')?.spec).toEqual({
      refreshInterval: '1h',
      secretStoreRefs: [{ kind: 'ClusterSecretStore', name: 'platform' }],
      updatePolicy: 'Replace',
      deletionPolicy: 'None',
      selector: { secret: { name: 'otel-client-edge-1' } },
      data: ['tls.crt', 'tls.key', 'ca.crt'].map((key) => ({
        match: { secretKey: key, remoteRef: { remoteKey: 'otel-client/edge-1', property: key } },
      })),
    })
  })

  test('is never given the key of the authority', () => {
    const pushed = certificates(['edge-1', 'edge-2'], { push }).objects.filter(({ kind }) => kind === 'PushSecret')
    expect(pushed.map(({ metadata }) => metadata.name)).toEqual(['otel-client-edge-1', 'otel-client-edge-2'])
  })

  test('needs the operator that reaches it', () => {
    expect(certificates([], { push }).requires).toContainEqual({ kind: 'crd', group: 'external-secrets.io' })
    expect(certificates([]).requires).toEqual([{ kind: 'crd', group: 'cert-manager.io' }])
    expect(problemsOf(federation({ certificates: { push } }))).toEqual([])
  })
})

test('everything holds against the schemas', () => {
  for (const options of [{}, { push: { store: 'platform', kind: 'SecretStore', folder: 'edges' } }] as const) {
    const { objects } = certificates(['edge-1', 'edge-2'], options)
    expect(objects.flatMap((object) => validateObject(object, schemas))).toEqual([])
  }
})

test.each([
  [{ validity: '1 year' }, 'validity', "'1 year' is not a Go duration"],
  [{ push: {} }, 'push', "push lacks 'store'"],
  [{ push: { store: 'platform', kind: 'Vault' } }, 'push.kind', "'Vault' is no kind of store"],
])('%j', (options, path, reason) => {
  const [[place, said] = []] = problemsOf(federation({ certificates: options as never }))
  expect([place, said]).toEqual([`clusters.hub.namespaces.monitoring.federation-certificates.${path}`, reason])
})
