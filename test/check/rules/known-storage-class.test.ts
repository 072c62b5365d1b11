import { describe, expect, test } from 'vitest'
import { knownStorageClass } from '../../../generators/check/rules/known-storage-class.ts'
import { environment, helmRelease, kubePrometheusStack, minio } from '../../../generators/fleetwright.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { fleet, store } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { app } from './objects.ts'
import { home, homelab } from './platform.ts'

const claim = (spec: Readonly<Record<string, unknown>>): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
})

describe(knownStorageClass.because, () => {
  test('a class among the values of a cluster is told there, with the nearest that it has', () => {
    const component = minio({ values: { persistence: { storageClass: 'local-pth' } } })
    expect(problemsOf(homelab([component]))).toEqual([
      [
        `${home}.minio.values.persistence.storageClass`,
        'minio claims a volume from local-pth, which the cluster homelab does not have',
        "write 'local-path'",
      ],
    ])
  })

  test('a class among the values of an environment is told once, however many clusters it has', () => {
    const dev = environment({ storageClass: 'local-path' }, [
      store({ values: { persistence: { storageClass: 'fast' } } }),
    ])
    expect(problemsOf(fleet({ a: { components: [store] }, b: { components: [store] } }, { dev }))).toEqual([
      [
        'environments.dev.store.values.persistence.storageClass',
        'store claims a volume from fast, which a cluster of the environment dev does not have',
        "use one that it has (local-path), or add to the cluster: storageClasses: ['fast']",
      ],
    ])
  })

  test("a class in the values of a user's own chart, and in the user's own objects", () => {
    const database = helmRelease({
      name: 'database',
      chart: { url: 'oci://registry.example/charts/database', version: '1.0.0' },
      values: { primary: { persistence: { storageClass: 'ssd', size: '8Gi' } } },
    })
    expect(problemsOf(homelab([database, app(claim({ storageClassName: 'hdd' }))]))).toEqual([
      [
        `${home}.database.values.primary.persistence.storageClass`,
        'database claims a volume from ssd, which the cluster homelab does not have',
        "use one that it has (local-path), or add to the cluster: storageClasses: ['ssd']",
      ],
      [
        `${home}.app.objects.0.spec.storageClassName`,
        'app claims a volume from hdd, which the cluster homelab does not have',
        "use one that it has (local-path), or add to the cluster: storageClasses: ['hdd']",
      ],
    ])
  })

  test('a claim that names no class', () => {
    expect(problemsOf(homelab([app(claim({}))]))).toEqual([
      [
        `${home}.app.objects.0.spec.storageClassName`,
        'PersistentVolumeClaim data claims a volume, and nothing says from which storage class',
        "add storageClassName: 'local-path'",
      ],
    ])
  })

  test('a component whose environment and cluster name no class', () => {
    expect(problemsOf(homelab([minio()], {}, environment({})))).toEqual([
      [
        `${home}.minio`,
        'minio (persistence) claims a volume, and nothing says from which storage class',
        "add storageClass: 'NAME' to the cluster homelab or its environment",
      ],
    ])
  })
})

test('the class of the environment, of the cluster, and others that the cluster has are silent', () => {
  const slow = minio({ values: { persistence: { storageClass: 'slow' } } })
  expect(problemsOf(homelab([kubePrometheusStack(), minio()]))).toEqual([])
  expect(problemsOf(homelab([minio()], { storageClass: 'gp3' }))).toEqual([])
  expect(problemsOf(homelab([slow], { storageClasses: ['slow'] }))).toEqual([])
})

test('a class that comes with the components is silent', () => {
  const storageClass: KubernetesObject = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'fast' },
    provisioner: 'csi.example',
  }
  expect(problemsOf(homelab([app(storageClass, claim({ storageClassName: 'fast' }))]))).toEqual([])
})

test('a claim on a volume of its own is silent', () => {
  const volume: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      storageClassName: 'by-hand',
      nfs: { server: 'nas.example', path: '/data' },
    },
  }
  expect(problemsOf(homelab([app(volume, claim({ storageClassName: 'by-hand', volumeName: 'data' }))]))).toEqual([])
  expect(problemsOf(homelab([app(claim({ storageClassName: '', volumeName: 'data' }))]))).toEqual([])
})

test('what S3 calls a storage class is silent', () => {
  const backup = helmRelease({
    name: 'backup',
    chart: { url: 'oci://registry.example/charts/backup', version: '1.0.0' },
    values: { s3: { storageClass: 'STANDARD_IA' } },
  })
  expect(problemsOf(homelab([backup]))).toEqual([])
})
