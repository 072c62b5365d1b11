import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { questionsOf } from '../../../generators/verify/questions/questions.ts'
import { deployment, folder, ruleOf } from './objects.ts'

/** The questions that a folder of these objects gives rise to, their files as a map. */
const asks = (...objects: readonly KubernetesObject[]) =>
  questionsOf(folder(...objects)).map(({ files, place: _, ...question }) => ({
    ...question,
    files: Object.fromEntries(files.map(({ path, content }) => [path, content])),
  }))

const configMap = (data: Readonly<Record<string, string>>, name = 'config') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'monitoring' },
  data,
})

test('a PrometheusRule is read as the rule file that the operator makes of it, without what is for Thanos', () => {
  const groups = [{ name: 'nodes', partial_response_strategy: 'abort', rules: [{ alert: 'Down', expr: 'up == 0' }] }]
  expect(asks(ruleOf(groups))).toEqual([
    {
      reader: 'promtool',
      noun: 'rule file',
      about: 'PrometheusRule monitoring/alerts from apps/dev/monitoring/alerts',
      args: ['check', 'rules', 'rules.yaml'],
      files: { 'rules.yaml': 'groups:\n  - name: nodes\n    rules:\n      - alert: Down\n        expr: up == 0\n' },
    },
  ])
})

describe('a Prometheus configuration', () => {
  const config = `# as a person wrote it
rule_files: [/etc/prometheus/rules/*.yml, /etc/prometheus/rules/extra.yml]
scrape_configs:
  - job_name: "yes"
    metrics_path: /metrics
    bearer_token_file: /var/run/token
`

  test('is read with all that its container sees, at paths of the folder that it is read in', () => {
    const [question, ...others] = asks(
      configMap({ 'prometheus.yml': config }),
      configMap({ 'extra.yml': 'groups: []\n', 'README.md': 'no rules\n' }, 'rules'),
      deployment({
        mounts: { '/etc/prometheus': { name: 'config' }, '/etc/prometheus/rules': { name: 'rules' } },
      }),
    )
    expect(others).toEqual([])
    expect(question).toMatchObject({
      reader: 'promtool',
      about: 'prometheus.yml in ConfigMap monitoring/config from apps/dev/monitoring/alerts',
      args: ['check', 'config', 'prometheus.yml'],
    })
    expect(question?.files).toEqual({
      'prometheus.yml': `# as a person wrote it
rule_files: [ etc/prometheus/rules/*.yml, etc/prometheus/rules/extra.yml ]
scrape_configs:
  - job_name: "yes"
    metrics_path: /metrics
    bearer_token_file: var/run/token
`,
      // Comes from the cluster.
      'var/run/token': '',
      'etc/prometheus/prometheus.yml': config,
      'etc/prometheus/rules/extra.yml': 'groups: []\n',
      'etc/prometheus/rules/README.md': 'no rules\n',
    })
  })

  test('that is no YAML is read as it stands', () => {
    const [question] = asks(configMap({ 'prometheus.yml': 'rule_files: [' }))
    expect(question?.files).toEqual({ 'prometheus.yml': 'rule_files: [' })
  })
})

describe('an Alertmanager configuration is read', () => {
  const text = 'route: { receiver: nobody }\nreceivers: [{ name: nobody }]\n'
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'config', namespace: 'monitoring' } }

  test.each([
    ['in a ConfigMap', configMap({ 'alertmanager.yml': text, 'a.tmpl': 'x' })],
    ['in a Secret, encoded', { ...secret, data: { 'alertmanager.yml': btoa(text), 'a.tmpl': btoa('x') } }],
    ['in a Secret, as text', { ...secret, stringData: { 'alertmanager.yml': text, 'a.tmpl': 'x' } }],
  ])('%s', (_, object) => {
    expect(asks(object)).toEqual([
      {
        reader: 'amtool',
        noun: 'configuration',
        about: `alertmanager.yml in ${object.kind} monitoring/config from apps/dev/monitoring/alerts`,
        args: ['check-config', 'alertmanager.yml'],
        files: { 'alertmanager.yml': text, 'a.tmpl': 'x' },
      },
    ])
  })

  test('unless somebody encrypted it', () => {
    expect(asks({ ...secret, sops: { mac: 'ENC[…]' }, stringData: { 'alertmanager.yaml': 'ENC[…]' } })).toEqual([])
  })
})

describe('a collector configuration', () => {
  const config = `receivers: { otlp: {} }
extensions:
  file_storage/queue: { directory: /var/lib/queue, compaction: { directory: /var/lib/compacted } }
exporters:
  otlp: { endpoint: "\${env:HUB}", tls: { ca_file: /etc/ca.crt } }
service: {}
`

  test('is read without the account that only a Pod has, and with a stand-in for what the cluster alone knows', () => {
    const agent = `receivers:
  kubelet_stats: { auth_type: serviceAccount, endpoint: "https://\${env:NODE_IP}:10250" }
service: {}
`
    const [question] = asks(
      configMap({ 'config.yaml': agent }),
      deployment({ mounts: { '/etc/otelcol': { name: 'config' } } }),
    )
    expect(question?.env).toEqual({ NODE: 'stand-in', NODE_IP: '127.0.0.1' })
    expect(parse(question?.files['config.yaml'] ?? '')).toEqual(parse(agent.replace('serviceAccount', 'none')))
  })

  test('is read with its folders made and its environment set, and is otherwise as it stands', () => {
    const [question] = asks(
      configMap({ 'collector.yaml': config, 'notes.yaml': 'receivers: none\n' }),
      deployment({ mounts: { '/etc/otelcol': { name: 'config' } }, env: { HUB: 'hub.example:4317' } }),
    )
    expect(question).toMatchObject({
      reader: 'otelcol',
      about: 'collector.yaml in ConfigMap monitoring/config from apps/dev/monitoring/alerts',
      args: ['validate', '--config', 'config.yaml'],
      env: { HUB: 'hub.example:4317' },
    })
    expect(Object.keys(question?.files ?? {})).toEqual(['config.yaml', 'var/lib/queue/', 'var/lib/compacted/'])
    const read = parse(question?.files['config.yaml'] ?? '')
    expect(read).toEqual({
      ...parse(config),
      extensions: {
        'file_storage/queue': { directory: 'var/lib/queue', compaction: { directory: 'var/lib/compacted' } },
      },
    })
  })
})

test('whatever else there is raises no question', () => {
  expect(asks(configMap({ 'values.yaml': 'receivers: []\n', 'a.json': '{}' }), deployment({ mounts: {} }))).toEqual([])
})
