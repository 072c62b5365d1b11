import { describe, expect, test } from 'vitest'
import { object, said } from './said.ts'

describe('services', () => {
  const service = (spec: string) => ({ objects: object('Service', `spec: ${spec}`, 'web') })

  test.each<[string, string, string, string]>([
    [
      'a named port',
      '{ ports: [{ name: http, port: 80 }] }',
      '{ ports: [{ name: http, port: 8080 }] }',
      'Service web: port 80 → 8080',
    ],
    [
      'a port without a name',
      '{ ports: [{ port: 80 }] }',
      '{ ports: [{ port: 8080 }] }',
      'Service web: port 80 → 8080',
    ],
    [
      'one more',
      '{ ports: [{ port: 80 }] }',
      '{ ports: [{ port: 80 }, { port: 443 }] }',
      'Service web: port 443 added',
    ],
    ['the type', '{ type: ClusterIP }', '{ type: LoadBalancer }', 'Service web: type ClusterIP → LoadBalancer'],
  ])('%s', (_, before, after, words) => {
    expect(said(service(before), service(after))).toEqual([words])
  })
})
