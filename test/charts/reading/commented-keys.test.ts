import { describe, expect, test } from 'vitest'
import { commentedKeys } from '../../../generators/charts/reading/commented-keys.ts'

describe('a key in a comment counts', () => {
  test.each([
    [
      'beside the keys of a map',
      `
persistence:
  size: 10Gi
  # storageClassName: local-path
`,
      { persistence: { storageClassName: '' } },
    ],
    [
      'before the first key of a map',
      `
operator:
  # replicas: 2
  enabled: true
`,
      { operator: { replicas: 0 } },
    ],
    [
      'beside a map, after its last key',
      `
service:
  ports:
    http: 80
  # clusterIP: None
`,
      { service: { clusterIP: '' } },
    ],
    [
      'at the root',
      `
nameOverride: ""

# revisionHistoryLimit: 1
`,
      { revisionHistoryLimit: 0 },
    ],
    [
      'with a map or a list as its example, of which other keys may stand there as well',
      `
ingress:
  enabled: false
  # tls:
  #   secretName: web
  # hosts:
  #   - example.com
  # paths: []
  # config:
`,
      { ingress: { tls: {}, hosts: [], paths: [], config: null } },
    ],
    [
      'after a sentence that follows an empty map',
      `
autoscaling:
  maxAllowed: {}
  # cpu: 200m
  # -- How the Pods are updated
  # updateMode: Auto
`,
      { autoscaling: { updateMode: '' } },
    ],
  ])('%s', (_, text, keys) => {
    expect(commentedKeys(text)).toEqual(keys)
  })
})

describe('a comment is no key', () => {
  test.each([
    ['when it is a sentence', '# Note: see below\n# limit: The sustained rate\nqps: 5\n'],
    ['when it names a source', '# ref: https://example.com/\n# https://example.com: 80\nqps: 5\n'],
    ['when it shows what could stand in an empty map or list', 'labels: {}\n# team: platform\nhosts: []\n# host: a\n'],
    ['when it is a schema', '# @schema\n# type: [null, string]\n# @schema\nname: ""\n'],
    ['when it stands in a text', 'script: |\n  # name: value\n  run\n'],
    ['when it stands in a list', 'rules:\n  - alert: A\n    # severity: warning\n    for: 5m\n'],
    ['when it is indented like no key around it', 'service:\n  type: ClusterIP\n      # port: 80\n'],
  ])('%s', (_, text) => {
    expect(commentedKeys(text)).toEqual({})
  })
})
