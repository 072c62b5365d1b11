import { describe, expect, test } from 'vitest'
import { proofTools } from '../../../generators/command/verify-tools.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { findProgram } from '../../../generators/output/program.ts'
import { asked } from '../../../generators/verify/questions/asked.ts'
import { type Reader, readers } from '../../../generators/verify/questions/question.ts'
import { questionsOf } from '../../../generators/verify/questions/questions.ts'
import { environment, schemas } from '../verified.ts'
import { deployment, folder, ruleOf } from './objects.ts'

/** What the programs of this machine say of objects. */
const said = async (objects: readonly KubernetesObject[], from: NodeJS.ProcessEnv = environment) => {
  const { ask } = proofTools(schemas, '', false, from)
  const { problems, proofs } = await asked(questionsOf(folder(...objects)), ask)
  return { told: problems.map(({ rule, reason }) => `${rule}: ${reason}`), proofs }
}

const configMap = (data: Readonly<Record<string, string>>, name = 'config'): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'monitoring' },
  data,
})

const isMissing = async (reader: Reader) => (await findProgram(readers[reader], environment)) === undefined
const how = (reader: Reader) =>
  `there is no ${reader}: set ${readers[reader].variable}, put one on the PATH, or build it with the lab's build telemetry`

const from = 'from apps/dev/monitoring/alerts'
const rule = (expr: string) => ruleOf([{ name: 'nodes', rules: [{ alert: 'Down', expr }] }])

describe.skipIf(await isMissing('promtool'))(`promtool (otherwise: ${how('promtool')})`, () => {
  test('accepts a rule, and says where one is wrong', async () => {
    expect(await said([rule('up == 0'), rule('up ==')])).toEqual({
      told: [
        `promtool-accepts: promtool refuses PrometheusRule monitoring/alerts ${from}: rules.yaml: 5:15: group "nodes", rule 1, "Down": could not parse expression: 1:6: parse error: unexpected end of input`,
      ],
      proofs: [{ by: 'promtool', checked: { 'rule file': 2 } }],
    })
  })

  const config = (more = '') => `scrape_configs:
  - job_name: nodes
    kubernetes_sd_configs: [{ role: node }]
    authorization: { credentials_file: /var/run/secrets/kubernetes.io/serviceaccount/token }
    tls_config: { ca_file: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt }
${more}`
  const mounts = { '/etc/prometheus': { name: 'config' }, '/rules': { name: 'rules' } }
  const rules = (expr: string) =>
    configMap({ 'nodes.yml': `groups: [{ name: nodes, rules: [{ alert: Down, expr: "${expr}" }] }]\n` }, 'rules')

  test('accepts a configuration whose token and certificate only the cluster has', async () => {
    const objects = [
      configMap({ 'prometheus.yml': config('rule_files: [/rules/*.yml]\n') }),
      rules('up == 0'),
      deployment({ mounts }),
    ]
    expect(await said(objects)).toEqual({ told: [], proofs: [{ by: 'promtool', checked: { configuration: 1 } }] })
  })

  test.each([
    ['a job that is none', 'job: x\n', 'up', /field job not found in type config.plain$/],
    [
      'a rule file that nobody brings',
      'rule_files: [/rules/gone.yml]\n',
      'up',
      /"rules\/gone.yml" does not point to an existing file$/,
    ],
    [
      'a rule that is wrong in a file that it names',
      'rule_files: [/rules/*.yml]\n',
      'up ==',
      /could not parse expression/,
    ],
  ])('refuses %s', async (_, more, expr, reason) => {
    const { told } = await said([configMap({ 'prometheus.yml': config(more) }), rules(expr), deployment({ mounts })])
    expect(told).toEqual([expect.stringMatching(reason)])
    expect(told[0]).toContain(`promtool refuses prometheus.yml in ConfigMap monitoring/config ${from}: `)
  })
})

describe.skipIf(await isMissing('amtool'))(`amtool (otherwise: ${how('amtool')})`, () => {
  test('accepts a route to a receiver that is there, and refuses one to nobody', async () => {
    const config = (to: string) =>
      configMap({ 'alertmanager.yml': `route: { receiver: ${to} }\nreceivers: [{ name: slack }]\n` })
    expect(await said([config('slack'), config('slak')])).toEqual({
      told: [
        `amtool-accepts: amtool refuses alertmanager.yml in ConfigMap monitoring/config ${from}: undefined receiver "slak" used in route`,
      ],
      proofs: [{ by: 'amtool', checked: { configuration: 2 } }],
    })
  })
})

describe.skipIf(await isMissing('otelcol'))(`otelcol (otherwise: ${how('otelcol')})`, () => {
  const config = (exporter: string) => `receivers: { otlp: { protocols: { grpc: {} } } }
extensions: { file_storage: { directory: /nowhere/queue, compaction: { directory: /nowhere/compacted, on_start: true } } }
exporters: { ${exporter} }
service:
  extensions: [file_storage]
  pipelines: { metrics: { receivers: [otlp], exporters: [prometheusremotewrite] } }
`

  test('accepts folders that are not on this machine, and refuses a queue where none can be', async () => {
    const good = 'prometheusremotewrite: { endpoint: "http://prometheus:9090/api/v1/write" }'
    const bad = 'prometheusremotewrite: { endpoint: "http://prometheus:9090", sending_queue: {} }'
    const { told, proofs } = await said([configMap({ 'a.yaml': config(good), 'b.yaml': config(bad) })])
    expect(told).toEqual([expect.stringContaining('has invalid keys: sending_queue')])
    expect(told[0]).toContain(`otelcol refuses b.yaml in ConfigMap monitoring/config ${from}: `)
    expect(proofs).toEqual([{ by: 'otelcol', checked: { configuration: 2 } }])
  })
})

test('programs that are not there are told once, with what they would have read', async () => {
  const objects = [rule('up =='), rule('up'), configMap({ 'prometheus.yml': '', 'alertmanager.yml': '' })]
  const notFound = (what: object, variable: string) => ({
    checked: {},
    notChecked: { what, because: 'not found', fix: `set ${variable} or put it on the PATH` },
  })
  expect(await said(objects, { PATH: '' })).toEqual({
    told: [],
    proofs: [
      { by: 'amtool', ...notFound({ configuration: 1 }, 'AMTOOL') },
      { by: 'promtool', ...notFound({ 'rule file': 2, configuration: 1 }, 'PROMTOOL') },
    ],
  })
})

test('a variable names the program, wherever it is', async () => {
  expect(await findProgram(readers.promtool, { PROMTOOL: process.execPath, PATH: '' })).toBe(process.execPath)
  expect(await findProgram(readers.promtool, { PROMTOOL: '/nowhere/promtool', PATH: '' })).toBeUndefined()
})
