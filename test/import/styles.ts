import { folder } from './folder.ts'
import {
  chart,
  fluxKustomization,
  gotkSync,
  helmRelease,
  helmRepository,
  kustomization,
  namespaceFile,
} from './objects.ts'

/** Two clusters that share their applications, with an overlay for each: base and patches, ranges, an older API. */
export const overlays = folder({
  'clusters/production/flux-system/gotk-sync.yaml': gotkSync('./clusters/production'),
  'clusters/production/apps.yaml': fluxKustomization('apps', './apps/production', '  dependsOn: [{ name: infra }]\n'),
  'clusters/production/infra.yaml': fluxKustomization('infra', './infrastructure'),
  'clusters/staging/flux-system/gotk-sync.yaml': gotkSync('./clusters/staging'),
  'clusters/staging/apps.yaml': fluxKustomization('apps', './apps/staging', '  dependsOn: [{ name: infra }]\n'),
  'clusters/staging/infra.yaml': fluxKustomization('infra', './infrastructure'),
  'apps/base/podinfo/kustomization.yaml': kustomization(
    'namespace: podinfo',
    'resources: [namespace.yaml, repository.yaml, release.yaml]',
  ),
  'apps/base/podinfo/namespace.yaml': namespaceFile('podinfo'),
  'apps/base/podinfo/repository.yaml': helmRepository('podinfo', 'https://stefanprodan.github.io/podinfo'),
  'apps/base/podinfo/release.yaml': helmRelease(
    'podinfo',
    `${chart('podinfo', '>=6.0.0', 'podinfo')}  values:
    replicaCount: 1
    redis: { enabled: true }
    ingress: { enabled: true, className: nginx }
`,
    'v2beta1',
  ),
  'apps/production/kustomization.yaml': kustomization(
    'resources: [../base/podinfo]',
    'patches: [{ path: podinfo.yaml }]',
  ),
  'apps/production/podinfo.yaml':
    'apiVersion: helm.toolkit.fluxcd.io/v2beta1\nkind: HelmRelease\nmetadata: { name: podinfo, namespace: podinfo }\nspec: { chart: { spec: { version: 6.9.2 } }, values: { replicaCount: 3, ingress: { hosts: [{ host: podinfo.example.com, paths: [{ path: / }] }] } } }',
  'apps/staging/kustomization.yaml': kustomization('resources: [../base/podinfo]', 'patches: [{ path: podinfo.yaml }]'),
  'apps/staging/podinfo.yaml':
    'apiVersion: helm.toolkit.fluxcd.io/v2beta1\nkind: HelmRelease\nmetadata: { name: podinfo, namespace: podinfo }\nspec: { values: { ingress: { hosts: [{ host: podinfo.staging.example.com, paths: [{ path: / }] }] } } }',
  'infrastructure/kustomization.yaml': kustomization('resources: [ingress.yaml]'),
  'infrastructure/ingress.yaml': [
    namespaceFile('ingress-nginx'),
    helmRepository('ingress-nginx', 'https://kubernetes.github.io/ingress-nginx').replace(
      'spec:',
      '  namespace: ingress-nginx\nspec:',
    ),
    helmRelease('ingress-nginx', chart('ingress-nginx', '4.13.0', 'ingress-nginx')).replace(
      'spec:',
      '  namespace: ingress-nginx\nspec:',
    ),
  ].join('\n---\n'),
})

const ociRepository = (name: string, url: string, tag: string): string =>
  `apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata: { name: ${name} }\nspec: { interval: 1h, url: "${url}", ref: { tag: ${tag} } }`

/** A cluster at home: a folder for each application, all by one chart, variables, components, Secrets from outside. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: variables that Flux replaces
export const home = folder(
  {
    'talos/talconfig.yaml': 'clusterName: home',
    'kubernetes/flux/cluster/ks.yaml': fluxKustomization('cluster-apps', './kubernetes/apps'),
    'kubernetes/apps/flux-system/kustomization.yaml': kustomization(
      'namespace: flux-system',
      'resources: [./instance.yaml]',
    ),
    'kubernetes/apps/flux-system/instance.yaml':
      'apiVersion: fluxcd.controlplane.io/v1\nkind: FluxInstance\nmetadata: { name: flux }\nspec: { sync: { kind: GitRepository, url: "https://github.com/example/home-ops", ref: refs/heads/main, path: kubernetes/flux/cluster } }',
    'kubernetes/apps/media/kustomization.yaml': kustomization(
      'namespace: media',
      'components: [../../components/alerts]',
      'resources: [./namespace.yaml, ./radio/ks.yaml, ./database/ks.yaml]',
    ),
    'kubernetes/apps/media/namespace.yaml': namespaceFile('_'),
    'kubernetes/components/alerts/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [provider.yaml]',
    'kubernetes/components/alerts/provider.yaml':
      'apiVersion: notification.toolkit.fluxcd.io/v1beta3\nkind: Provider\nmetadata: { name: alertmanager }\nspec: { type: alertmanager, address: "http://alertmanager.o11y.svc.cluster.local:9093/api/v2/alerts/" }',
    'kubernetes/apps/media/radio/ks.yaml': fluxKustomization(
      'radio',
      './kubernetes/apps/media/radio/app',
      '  targetNamespace: media\n  dependsOn: [{ name: database, namespace: media }]\n  postBuild: { substitute: { APP: radio } }\n',
    ).replace('namespace: flux-system', 'namespace: media'),
    'kubernetes/apps/media/radio/app/kustomization.yaml': kustomization(
      'resources: [helmrelease.yaml, ocirepository.yaml, externalsecret.yaml, pvc.yaml]',
    ),
    'kubernetes/apps/media/radio/app/helmrelease.yaml': helmRelease(
      'radio',
      '  chartRef: { kind: OCIRepository, name: radio }\n  values: { controllers: { radio: { containers: { app: { image: { repository: ghcr.io/example/radio, tag: 1.2.3 }, envFrom: [{ secretRef: { name: radio-secret } }] } } } }, persistence: { config: { existingClaim: "${APP}" } } }',
    ),
    'kubernetes/apps/media/radio/app/ocirepository.yaml': ociRepository(
      'radio',
      'oci://ghcr.io/bjw-s-labs/helm/app-template',
      '5.1.0',
    ),
    'kubernetes/apps/media/radio/app/externalsecret.yaml':
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: radio }\nspec: { secretStoreRef: { kind: ClusterSecretStore, name: vault }, target: { name: radio-secret }, dataFrom: [{ extract: { key: radio } }] }',
    'kubernetes/apps/media/radio/app/pvc.yaml':
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: "${APP}" }\nspec: { accessModes: [ReadWriteOnce], storageClassName: ceph-block, resources: { requests: { storage: 5Gi } } }',
    'kubernetes/apps/media/database/ks.yaml': fluxKustomization(
      'database',
      './kubernetes/apps/media/database/app',
    ).replace('namespace: flux-system', 'namespace: media'),
    'kubernetes/apps/media/database/app/kustomization.yaml': kustomization(
      'namespace: media',
      'resources: [helmrelease.yaml, ocirepository.yaml]',
    ),
    'kubernetes/apps/media/database/app/helmrelease.yaml': helmRelease(
      'database',
      '  chartRef: { kind: OCIRepository, name: database }\n  values: { persistence: { size: 10Gi } }',
    ),
    'kubernetes/apps/media/database/app/ocirepository.yaml': ociRepository(
      'database',
      'oci://ghcr.io/example/charts/database',
      '1.4.2',
    ),
  },
  'home-ops',
)

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above

/** No Kustomization at all: releases beside each other, values in a ConfigMap, Secrets in plain text and encrypted. */
export const loose = folder(
  {
    'monitoring/tempo.yaml': [
      namespaceFile('monitoring'),
      helmRepository('grafana-community', 'https://grafana-community.github.io/helm-charts').replace(
        'spec:',
        '  namespace: monitoring\nspec:',
      ),
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: tempo-values, namespace: monitoring }\ndata: { values.yaml: "persistence: { enabled: true, size: 50Gi, storageClassName: fast }\\ntempo: { retention: 72h }" }',
      helmRelease(
        'tempo',
        `${chart('tempo', '2.2.4', 'grafana-community')}  valuesFrom: [{ kind: ConfigMap, name: tempo-values }]\n  values: { tempo: { reportingEnabled: false } }\n`,
        'v2beta2',
      ).replace('spec:', '  namespace: monitoring\nspec:'),
    ].join('\n---\n'),
    'web/secret.yaml':
      'apiVersion: v1\nkind: Secret\nmetadata: { name: login, namespace: web }\nstringData: { password: hunter2 }',
    'web/tls.sops.yaml':
      'apiVersion: v1\nkind: Secret\nmetadata: { name: tls, namespace: web }\ndata: { tls.key: "ENC[AES256_GCM,data:abc]" }\nsops: { mac: "ENC[AES256_GCM,data:def]" }',
    'web/config.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, namespace: web }\ndata: { motd: "it\'s `home`" }',
  },
  'lab',
)
