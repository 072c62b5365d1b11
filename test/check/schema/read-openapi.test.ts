import { expect, test } from 'vitest'
import { type OpenApiDocument, readOpenApi } from '../../../generators/check/schema/read-openapi.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const put = (definition: string, group: string, kind: string) => ({
  put: {
    requestBody: { content: { '*/*': { schema: ref(definition) } } },
    'x-kubernetes-group-version-kind': { group, version: 'v1', kind },
  },
})

const core: OpenApiDocument = {
  paths: {
    '/api/v1/namespaces/{namespace}/pods/{name}': put('io.k8s.api.core.v1.Pod', '', 'Pod'),
    '/api/v1/namespaces/{namespace}/pods/{name}/status': put('io.k8s.api.core.v1.Pod', '', 'Pod'),
    '/api/v1/namespaces/{namespace}/pods/{name}/scale': put('io.k8s.api.core.v1.Scale', '', 'Scale'),
    '/api/v1/pods': {},
  },
  components: {
    schemas: {
      'io.k8s.api.core.v1.Pod': {
        type: 'object',
        properties: {
          metadata: { allOf: [ref('io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta')], default: {} },
          spec: ref('io.k8s.api.core.v1.PodSpec'),
          status: ref('io.k8s.api.core.v1.PodStatus'),
        },
      },
      'io.k8s.api.core.v1.PodSpec': {
        type: 'object',
        properties: {
          dnsPolicy: { type: 'string' },
          hostAliases: {
            type: 'array',
            items: { allOf: [ref('io.k8s.api.core.v1.HostAlias')] },
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': ['ip', 'family'],
          },
          overhead: { type: 'object', additionalProperties: ref('io.k8s.apimachinery.pkg.api.resource.Quantity') },
          port: ref('io.k8s.apimachinery.pkg.util.intstr.IntOrString'),
          raw: { type: 'object' },
          started: ref('io.k8s.apimachinery.pkg.apis.meta.v1.Time'),
        },
        required: ['hostAliases'],
      },
      'io.k8s.api.core.v1.HostAlias': {
        type: 'object',
        properties: { ip: { type: 'string', default: '' }, family: { type: 'string', default: 'IPv4' } },
        required: ['ip', 'family'],
      },
      'io.k8s.api.core.v1.PodStatus': { type: 'object', properties: { phase: { type: 'string' } } },
      'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': { type: 'object', properties: { name: { type: 'string' } } },
      'io.k8s.apimachinery.pkg.apis.meta.v1.Time': { type: 'string', format: 'date-time' },
      'io.k8s.apimachinery.pkg.api.resource.Quantity': { oneOf: [{ type: 'string' }, { type: 'number' }] },
      'io.k8s.apimachinery.pkg.util.intstr.IntOrString': {
        format: 'int-or-string',
        oneOf: [{ type: 'integer' }, { type: 'string' }],
      },
    },
  },
}

const enums = new Map([['io.k8s.api.core.v1.PodSpec.dnsPolicy', ['ClusterFirst', 'None']]])

const file = readOpenApi([core], enums).core_v1!

test('the kinds are what can be put by name', () => {
  expect(file.kinds).toEqual({ Pod: '#Pod' })
})

test('references stay, and lead to the file of the definition’s own group', () => {
  expect(file.definitions.Pod).toMatchObject({ fields: { metadata: 'meta#ObjectMeta', spec: '#PodSpec' } })
})

test('a status is free, and nothing is kept of it', () => {
  expect(file.definitions.Pod).toMatchObject({ fields: { status: 'any' } })
  expect(Object.keys(file.definitions)).toEqual(['HostAlias', 'Pod', 'PodSpec'])
})

test('definitions without fields are put in their place', () => {
  expect(file.definitions.PodSpec).toMatchObject({
    fields: { overhead: { values: 'quantity' }, port: 'int-or-string', raw: 'any', started: 'date-time' },
    required: ['hostAliases'],
  })
})

test('the keys of a list come with their defaults', () => {
  expect(file.definitions.PodSpec).toMatchObject({
    fields: { hostAliases: { items: '#HostAlias', uniqueBy: ['ip', 'family'], keyDefaults: { family: 'IPv4' } } },
  })
})

test('a field with a default need not be given, unless the default is the zero value of its type', () => {
  expect(file.definitions.HostAlias).toMatchObject({ required: ['ip'] })
})

test('enumerations come from elsewhere, and an optional field may be empty', () => {
  expect(file.definitions.PodSpec).toMatchObject({
    fields: { dnsPolicy: { type: 'string', enum: ['', 'ClusterFirst', 'None'] } },
  })
})

test('what the API server checks beyond its documents is added', () => {
  expect(file.definitions.Pod).toMatchObject({ required: ['spec'] })
  expect(file.definitions.PodSpec).toMatchObject({ fields: { nodeSelector: { values: { type: 'string' } } } })
})
