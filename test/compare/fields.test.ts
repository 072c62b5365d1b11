import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fieldPath } from '../../generators/compare/field-path.ts'
import { fieldChanges } from '../../generators/compare/fields.ts'
import { applied, inOrderOfNames } from './applied.ts'

/** Every change on a line: the path, what stood there, what stands there. */
const told = (before: string, after: string): readonly string[] =>
  fieldChanges(parse(before), parse(after)).map(
    ({ path, ...values }) =>
      `${fieldPath(path)}: ${JSON.stringify(values.before) ?? 'nothing'} → ${JSON.stringify(values.after) ?? 'nothing'}`,
  )

describe('members', () => {
  test('a value that changed stands at its path', () => {
    expect(told('spec: { replicas: 2, paused: true }', 'spec: { replicas: 3, paused: true }')).toEqual([
      'spec.replicas: 2 → 3',
    ])
  })

  test('what came and what went stand there whole', () => {
    expect(told('grafana: { ingress: { host: a } }', 'grafana: { service: { type: NodePort } }')).toEqual([
      'grafana.ingress: {"host":"a"} → nothing',
      'grafana.service: nothing → {"type":"NodePort"}',
    ])
  })

  test('null is a value, and another type is another value', () => {
    expect(told('a: 1\nb: "1"', 'a: null\nb: 1\nc: null')).toEqual(['a: 1 → null', 'b: "1" → 1', 'c: nothing → null'])
  })

  test('a key with dots is told from two keys', () => {
    expect(told('labels: { app.kubernetes.io/name: a }', 'labels: { app.kubernetes.io/name: b }')).toEqual([
      'labels[app.kubernetes.io/name]: "a" → "b"',
    ])
  })

  test('the order of keys says nothing', () => {
    expect(told('{ a: 1, b: { c: 2, d: 3 } }', '{ b: { d: 3, c: 2 }, a: 1 }')).toEqual([])
  })
})

describe('items with a key of their own', () => {
  test('a container is known by its name, wherever it stands', () => {
    expect(
      told(
        'containers: [{ name: grafana, image: "grafana:13.0.1" }]',
        'containers: [{ name: proxy, image: "proxy:1" }, { name: grafana, image: "grafana:13.0.2" }]',
      ),
    ).toEqual([
      'containers[grafana].image: "grafana:13.0.1" → "grafana:13.0.2"',
      'containers[proxy]: nothing → {"name":"proxy","image":"proxy:1"}',
    ])
  })

  test.each<[string, string, string, string]>([
    [
      'a port, by number and protocol',
      'ports: [{ port: 53, protocol: TCP }, { port: 53, protocol: UDP, targetPort: 1 }]',
      'ports: [{ port: 53, protocol: UDP, targetPort: 2 }, { port: 53, protocol: TCP }]',
      'ports[53/UDP].targetPort: 1 → 2',
    ],
    [
      'an alert among records',
      'rules: [{ record: r, expr: a }, { alert: Down, expr: b }]',
      'rules: [{ record: r, expr: a }, { alert: Down, expr: c }]',
      'rules[Down].expr: "b" → "c"',
    ],
    [
      'alerts of one name, by their severity',
      'rules: [{ alert: Full, expr: a, labels: { severity: warning } }, { alert: Full, expr: b, labels: { severity: critical } }]',
      'rules: [{ alert: Full, expr: a, labels: { severity: warning } }, { alert: Full, expr: c, labels: { severity: critical } }]',
      'rules[Full/critical].expr: "b" → "c"',
    ],
    [
      'a mount, by where it is mounted',
      'volumeMounts: [{ mountPath: /a, subPath: x }]',
      'volumeMounts: [{ mountPath: /b }, { mountPath: /a, subPath: y }]',
      'volumeMounts[/a].subPath: "x" → "y"',
    ],
    [
      'a condition, by its type',
      'conditions: [{ type: Ready, status: "False" }]',
      'conditions: [{ type: Healthy, status: "True" }, { type: Ready, status: "True" }]',
      'conditions[Ready].status: "False" → "True"',
    ],
    [
      'a claim, by the name in its metadata',
      'volumeClaimTemplates: [{ metadata: { name: data }, spec: { size: 1 } }]',
      'volumeClaimTemplates: [{ metadata: { name: data }, spec: { size: 2 } }]',
      'volumeClaimTemplates[data].spec.size: 1 → 2',
    ],
    [
      'a panel, by its title, because its id is only its number',
      'panels: [{ id: 1, title: A, type: stat }, { id: 2, title: B, type: stat }]',
      'panels: [{ id: 1, title: A, type: stat }, { id: 2, title: B, type: graph }]',
      'panels[B].type: "stat" → "graph"',
    ],
  ])('%s', (_, before, after, line) => {
    expect(told(before, after)).toContain(line)
  })

  test('init containers that change places do so, because they run in turn', () => {
    expect(told('initContainers: [{ name: a }, { name: b }]', 'initContainers: [{ name: b }, { name: a }]')).toEqual([
      'initContainers[the order]: ["a","b"] → ["b","a"]',
    ])
  })

  test.each([
    'containers: [{ name: a }, { name: b }]',
    'volumes: [{ name: a }, { name: b }]',
    'volumeMounts: [{ mountPath: /a }, { mountPath: /b }]',
    'ports: [{ port: 80 }, { port: 81 }]',
    'env: [{ name: A, value: 1 }, { name: B, value: 2 }]',
    'dependsOn: [{ name: a }, { name: b }]',
    'subjects: [{ kind: ServiceAccount, name: a }, { kind: ServiceAccount, name: b }]',
    'tolerations: [{ key: a, operator: Exists }, { operator: Exists, effect: NoSchedule }]',
    'rules: [{ apiGroups: [apps], verbs: [get] }, { apiGroups: [batch], verbs: [get] }]',
    'verbs: [get, list]',
    'egress: [{ to: [] }, { ports: [{ port: 1 }] }]',
  ])('the order says nothing in %s', (before) => {
    const [[field, items]] = Object.entries<readonly unknown[]>(parse(before)) as [[string, unknown[]]]
    expect(fieldChanges({ [field]: items }, { [field]: items.toReversed() })).toEqual([])
  })

  test('the order of variables counts where one uses another', () => {
    expect(
      told(
        'env: [{ name: A, value: 1 }, { name: B, value: "$(A)" }]',
        'env: [{ name: B, value: "$(A)" }, { name: A, value: 1 }]',
      ),
    ).toEqual(['env[the order]: ["A","B"] → ["B","A"]'])
  })
})

describe('items without a key', () => {
  test('one inserted leaves the others alone', () => {
    expect(told('args: [run, --a, --b]', 'args: [run, --new, --a, --b]')).toEqual(['args[1]: nothing → "--new"'])
  })

  test('a flag with another value is that flag', () => {
    expect(told('args: [--retention=10d, --wal]', 'args: [--web, --retention=15d, --wal]')).toEqual([
      'args[1]: "--retention=10d" → "--retention=15d"',
      'args[0]: nothing → "--web"',
    ])
  })

  test('what is mostly the same is the same item, changed', () => {
    expect(
      told(
        'relabelings: [{ action: keep, regex: a, sourceLabels: [x] }, { action: drop, regex: b }]',
        'relabelings: [{ action: labelmap }, { action: keep, regex: a2, sourceLabels: [x] }, { action: drop, regex: b }]',
      ),
    ).toEqual(['relabelings[1].regex: "a" → "a2"', 'relabelings[0]: nothing → {"action":"labelmap"}'])
  })

  test('one scalar in the place of another is that one, changed', () => {
    expect(told('addresses: [10.0.0.1]', 'addresses: [10.0.0.2]')).toEqual(['addresses[0]: "10.0.0.1" → "10.0.0.2"'])
  })
})

describe('texts that hold something', () => {
  test('YAML in a ConfigMap is compared as what it holds', () => {
    expect(
      told(
        'data:\n  config.yaml: |\n    # one\n    exporters: {otlp: {endpoint: a}}\n    debug: false',
        'data:\n  config.yaml: |\n    debug: false\n    exporters:\n      otlp: {endpoint: b}',
      ),
    ).toEqual(['data[config.yaml].exporters.otlp.endpoint: "a" → "b"'])
  })

  test('a dashboard in JSON is compared by its panels', () => {
    const dashboard = (...panels: readonly object[]) =>
      JSON.stringify({ data: { 'flux.json': JSON.stringify({ panels }) } })
    expect(
      told(
        dashboard({ id: 1, title: 'Ready' }, { id: 2, title: 'Failing' }),
        dashboard({ id: 1, title: 'New' }, { id: 2, title: 'Ready' }, { id: 3, title: 'Failing' }),
      ),
    ).toEqual([
      'data[flux.json].panels[Ready].id: 1 → 2',
      'data[flux.json].panels[Failing].id: 2 → 3',
      'data[flux.json].panels[New]: nothing → {"id":1,"title":"New"}',
    ])
  })

  test('the order of every list counts there, because nobody knows what reads it', () => {
    expect(told('c: |\n  ports: [a, b]\n  x: 1', 'c: |\n  ports: [b, a]\n  x: 1')).not.toEqual([])
    expect(told('ports: [a, b]', 'ports: [b, a]')).toEqual([])
  })

  test('one that is only written otherwise is another text', () => {
    expect(told('c: "a: 1\\nb: 2\\n"', 'c: "b: 2\\na: 1\\n"')).toEqual(['c: "a: 1\\nb: 2\\n" → "b: 2\\na: 1\\n"'])
  })

  test('prose, several documents and what cannot be read stay texts', () => {
    for (const text of ['two\nlines', 'a: 1\n---\nb: 1\n', 'a: [\n1', '{ "a"']) {
      expect(fieldChanges({ text }, { text: `${text} ` })).toEqual([
        { path: ['text'], before: text, after: `${text} ` },
      ])
    }
  })
})

describe('for any two values', () => {
  const scalar = fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('x', 'y', '--f=1', '--f=2'),
    fc.boolean(),
    fc.constant(null),
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, scalar, tie('map'), tie('named'), tie('list')),
    map: fc.dictionary(fc.constantFrom('a', 'b', 'c.d', 'initContainers'), tie('value'), { maxKeys: 3 }),
    named: fc.uniqueArray(fc.record({ name: fc.constantFrom('one', 'two', 'three'), of: tie('value') }), {
      selector: ({ name }) => name,
    }),
    list: fc.array(fc.oneof(scalar, fc.record({ of: tie('value'), in: scalar })), { maxLength: 4 }),
  }))

  test('what differs, applied to the one, makes the other', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        expect(inOrderOfNames(applied(before, fieldChanges(before, after)))).toEqual(inOrderOfNames(after))
      }),
      { numRuns: 500 },
    )
  })

  test('equal ones do not differ', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(fieldChanges(one, structuredClone(one))).toEqual([])
      }),
    )
  })
})
