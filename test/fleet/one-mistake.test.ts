import { describe, expect, test } from 'vitest'
import {
  cloudflareTunnel,
  environment,
  existing,
  kubePrometheusStack,
  loki,
  minio,
  namespace,
  prometheusOperatorCrds,
  promtail,
  secret,
} from '../../generators/fleetwright.ts'
import { fleet, note } from '../support/fleets.ts'
import { problemsOf } from '../support/problems.ts'

/** Everything in the fleet that is wrong on purpose does not compile, so it comes in through the back door. */
const wrong = (value: unknown) => value as never

const secrets = {
  'alertmanager-config': existing(),
  'grafana-admin': existing(),
  'loki-s3': existing(),
  'minio-root': existing(),
}
const stack = [prometheusOperatorCrds(), kubePrometheusStack(), minio()]
const places = (...given: Parameters<typeof problemsOf>) => problemsOf(...given).map(([place]) => place)

describe('one mistake is one problem', () => {
  test('a misspelt environment does not hide what is wrong in the cluster, nor make its options look unused', () => {
    const cluster = { environment: 'dve', components: [note(wrong({ size: 'big' }))] }
    expect(problemsOf(fleet({ a: cluster }, { dev: environment({}, [note({ size: '2Gi' })]) }, [note()]))).toEqual([
      ['clusters.a.namespaces.monitoring.note.size', "'big' is not a size", "write a size, such as '10Gi'"],
      ['clusters.a.environment', "there is no environment 'dve'", "write 'dev', or add 'dve' to environments"],
    ])
  })

  test('an environment that is like none leaves options unreached, which is not told as well', () => {
    expect(places(fleet({ a: { environment: 'production', components: [note] } }, {}, [note()]))).toEqual([
      'clusters.a.environment',
    ])
  })

  test('something that is no component is not missed by those who need it', () => {
    const components = [...stack, wrong('loki'), promtail()]
    expect(places(fleet({ a: { settings: { secrets }, components } }))).toEqual(['clusters.a.namespaces.monitoring.3'])
  })

  test('a token in plain text is not taken for the Secret that it should have named', () => {
    const settings = { secrets: { ...secrets, 'my-token': existing() } }
    const tunnel = cloudflareTunnel({ token: wrong('hunter2') })
    expect(problemsOf(fleet({ a: { settings, components: [...stack, tunnel] } }))).toEqual([
      [
        'clusters.a.namespaces.monitoring.cloudflare-tunnel.token',
        'a secret is written here in plain text, and would be committed',
        "remove it, put it into a Secret and write secret('NAME') here",
      ],
    ])
  })

  test('a Secret with a wrong source is not missed by those who read it', () => {
    const settings = { secrets: { ...secrets, 'grafana-admin': wrong('hunter2') } }
    expect(places(fleet({ a: { settings, components: stack } }))).toEqual([
      'clusters.a.namespaces.monitoring.secrets.grafana-admin',
    ])
  })

  test('a user without a Secret is left out, and the others stay', () => {
    const users = {
      ann: { secret: wrong('hunter2'), buckets: ['ann'] },
      loki: { secret: secret('loki-s3'), buckets: ['logs'] },
    }
    const components = [prometheusOperatorCrds(), kubePrometheusStack(), minio({ users }), loki()]
    expect(places(fleet({ a: { settings: { secrets }, components } }))).toEqual([
      'clusters.a.namespaces.monitoring.minio.users.ann.secret',
    ])
  })
})

describe('what is missing is told at the option that asks for it', () => {
  test('a Secret, and an endpoint', () => {
    const components = [prometheusOperatorCrds(), cloudflareTunnel({ to: 'prometheus', token: secret('tunel') })]
    const settings = { secrets: { tunnel: existing() } }
    expect(problemsOf(fleet({ a: { settings, components } })).slice(0, 2)).toEqual([
      [
        'clusters.a.namespaces.monitoring.cloudflare-tunnel.token',
        'cloudflare-tunnel reads the Secret tunel, and the fleet does not say where it comes from',
        "name the Secret 'tunnel', or add 'tunel': existing() to clusters.a.namespaces.monitoring.secrets",
      ],
      [
        'clusters.a.namespaces.monitoring.cloudflare-tunnel.to',
        'cloudflare-tunnel needs an endpoint prometheus, and nothing in the cluster provides it',
        'add prometheus() or kubePrometheusStack() to a namespace of clusters.a',
      ],
    ])
  })

  test('a Secret that an environment names', () => {
    const dev = environment({ storageClass: 'local-path' }, [minio({ root: secret('minio-login') })])
    const settings = { secrets: { 'loki-s3': existing() } }
    expect(problemsOf(fleet({ a: { settings, components: [minio()] } }, { dev }))).toEqual([
      [
        'environments.dev.minio.root',
        'minio reads the Secret minio-login, and the fleet does not say where it comes from',
        "add 'minio-login': existing(), sops() or externalSecret({ … }) to clusters.a.namespaces.monitoring.secrets",
      ],
    ])
  })
})

describe('what is of another shape altogether', () => {
  test('a cluster without flux(), and a list of components', () => {
    expect(problemsOf({ ...fleet({}), clusters: wrong({ a: 'dev' }), base: wrong('loki') })).toEqual([
      ['base', "'loki' is no list of components", 'write [loki(), …]'],
      ['clusters.a', "'dev' is no cluster", 'write flux({ … })'],
    ])
  })

  test('an environment and a namespace without the functions that make them', () => {
    const environments = { dev: wrong({ storageClass: 'local-path' }) }
    const namespaces = { monitoring: wrong([note()]), other: namespace({}, wrong(note())) }
    expect(
      problemsOf(fleet({ a: { namespaces, components: [] } }, environments)).map(([place, reason]) => [
        place,
        reason.split(' is ')[1],
      ]),
    ).toEqual([
      ['environments.dev', 'no environment'],
      ['clusters.a.namespaces.monitoring', 'no namespace'],
      ['clusters.a.namespaces.other', 'no list of components'],
    ])
  })

  test('names that are taken', () => {
    const namespaces = {
      'flux-system': namespace({}, []),
      monitoring: namespace({}, [note({ name: 'secrets' }), note({ name: 'kustomization' })]),
    }
    expect(problemsOf(fleet({ a: { namespaces, components: [] } }))).toEqual([
      [
        'clusters.a.namespaces.flux-system',
        'the folder of flux-system belongs to flux bootstrap, and nothing else may be in it',
        'place these components in a namespace of their own',
      ],
      [
        'clusters.a.namespaces.monitoring.secrets',
        "a component cannot be called secrets: the file of that name brings the namespace's Secrets",
        "give it a name of its own, such as name: 'my-secrets'",
      ],
      [
        'clusters.a.namespaces.monitoring.kustomization',
        'a component cannot be called kustomization: the file of that name lists the components of the namespace',
        "give it a name of its own, such as name: 'my-kustomization'",
      ],
    ])
  })
})
