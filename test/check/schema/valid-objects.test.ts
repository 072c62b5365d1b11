import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { Path } from '../../../generators/check/schema/finding.ts'
import type { Schema } from '../../../generators/check/schema/schema.ts'
import { validateObject } from '../../../generators/check/schema/validate.ts'
import { schemas } from './package-schemas.ts'
import { type Fields, validObjects } from './valid-objects.ts'

test.each(validObjects.map((object) => [`${object.apiVersion} ${object.kind}`, object] as const))(
  'a valid %s has no findings',
  (_, object) => {
    expect(validateObject(object, schemas)).toEqual([])
  },
)

test('there is a valid object of every kind that matters', () => {
  const kinds = new Set(validObjects.map(({ kind }) => kind))
  const wanted = [
    'Namespace ConfigMap Secret Service ServiceAccount PersistentVolumeClaim Pod ResourceQuota LimitRange Endpoints',
    'Deployment StatefulSet DaemonSet Job CronJob PodDisruptionBudget HorizontalPodAutoscaler',
    'Role RoleBinding ClusterRole ClusterRoleBinding Ingress NetworkPolicy StorageClass PriorityClass',
    'CustomResourceDefinition ValidatingWebhookConfiguration MutatingWebhookConfiguration',
    'Kustomization Component HelmRelease GitRepository OCIRepository HelmRepository Bucket HelmChart ExternalArtifact',
    'Provider Alert Receiver Application AppProject ApplicationSet',
    'Prometheus Alertmanager PrometheusRule ServiceMonitor PodMonitor Probe AlertmanagerConfig ScrapeConfig',
    'ExternalSecret SecretStore ClusterSecretStore Certificate Issuer ClusterIssuer',
    'CiliumNetworkPolicy CiliumClusterwideNetworkPolicy CiliumLoadBalancerIPPool Gateway HTTPRoute GRPCRoute',
  ].flatMap((line) => line.split(' '))
  expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([])
})

test('an unknown field is found wherever the fields of a valid object are known', () => {
  const places = validObjects.flatMap((object) =>
    closedPlaces(object, schemas.find(String(object.apiVersion), String(object.kind))!).map((path) => ({
      object,
      path,
    })),
  )
  expect(places.length).toBeGreaterThan(400)
  const unknownField = string({ minLength: 1 }).map((word) => `unknown ${word}`)
  assert(
    property(constantFrom(...places), unknownField, ({ object, path }, field) => {
      expect(validateObject(withField(object, path, field), schemas)).toContainEqual(
        expect.objectContaining({
          path: [...path, field],
          message: expect.stringContaining('is not a field that exists'),
        }),
      )
    }),
    { numRuns: 1000 },
  )
})

/** Where in a value there are objects of which all fields are known. */
const closedPlaces = (value: unknown, schema: Schema, path: Path = []): readonly Path[] => {
  if (schema.type === 'list') {
    return (value as unknown[]).flatMap((entry, index) => closedPlaces(entry, schema.items, [...path, index]))
  }
  if (schema.type !== 'object' && schema.type !== 'map') return []
  const below = Object.entries(value as Fields).flatMap(([name, field]) =>
    closedPlaces(field, schema.type === 'map' ? schema.values : schema.fields.get(name)!, [...path, name]),
  )
  return schema.type === 'object' && !schema.open ? [path, ...below] : below
}

const withField = (object: Fields, path: Path, field: string): Fields => {
  const copy = structuredClone(object)
  const parent = path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], copy)
  Object.assign(parent as object, { [field]: 'x' })
  return copy
}
