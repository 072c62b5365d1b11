import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { bertInference } from '../../../generators/catalogue/bert-inference/bert-inference.ts'
import type { BertInferenceOptions } from '../../../generators/catalogue/bert-inference/options.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { at } from '../../../generators/plan/values.ts'
import { beside } from '../gpu-nodes.ts'
import { made } from '../made.ts'

const bert = (options: BertInferenceOptions = {}) => made(bertInference, options, beside('bert-inference'))
const open = { loadBalancer: { host: 'bert.example.com', annotations: { 'example.com/internal': 'true' } } }
const files = (options?: BertInferenceOptions) => bert(options).files()
const demo = (options?: BertInferenceOptions) =>
  bert(options).objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'bert-inference-demo')!

describe('the page', () => {
  test('asks nobody but the Service that it came from', () => {
    expect(Object.keys(files())).toEqual(['default.conf', 'index.html', 'demo.css', 'demo.js'])
    expect(
      Object.values(files())
        .join('\n')
        .match(/https?:\/\/[^\s;]+/g),
    ).toEqual(['http://bert-inference.monitoring.svc.cluster.local:8080/v1/predict'])
  })

  test('holds no script or style of its own, which the browser is told to refuse', () => {
    expect(files()['default.conf']).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(files()['index.html']).not.toMatch(/<style|style=|<script>|\son\w+=/)
  })

  test('sends the text, and shows what the model says', async () => {
    const shown = { textContent: '' }
    const button = { disabled: false }
    const asked: unknown[] = []
    const form = { addEventListener: (_: string, then: unknown) => asked.push(then), querySelector: () => button }
    runInNewContext(files()['demo.js']!, {
      document: {
        querySelector: (what: string) => ({ form, '#answer': shown, '#text': { value: 'What a day' } })[what as 'form'],
      },
      performance: { now: () => 0 },
      fetch: async (url: string, { body }: { body: string }) => {
        asked.push(url, JSON.parse(body))
        return { ok: true, json: async () => ({ label: 'positive', score: 0.987 }) }
      },
    })
    const [submitted] = asked.splice(0, 1) as [(event: unknown) => Promise<void>]
    await submitted({ preventDefault: () => {} })

    expect(asked).toEqual(['api/predict', { text: 'What a day' }])
    expect(shown.textContent).toBe('positive: 98.7 % (0 ms)')
    expect(button.disabled).toBe(false)
  })

  test('is all that is shown of the files', () => {
    const volumes = at(demo(), 'spec.template.spec.volumes') as readonly { name: string; configMap?: unknown }[]
    const keys = (name: string) =>
      (
        at(
          volumes.find((one) => one.name === name),
          'configMap.items',
        ) as { key: string }[]
      ).map(({ key }) => key)
    expect({ config: keys('config'), page: keys('page') }).toEqual({
      config: ['default.conf'],
      page: ['index.html', 'demo.css', 'demo.js'],
    })
  })

  test('starts anew with its files', () => {
    const hash = (options?: BertInferenceOptions) => at(demo(options), 'spec.template.metadata.annotations')
    expect(hash(open)).not.toEqual(hash())
  })
})

describe('the way in from outside', () => {
  test('is none until a host is named', () => {
    expect(bert().brings('door')).toEqual([])
    expect(JSON.stringify(bert().objects)).not.toContain('LoadBalancer')
    expect(files()['default.conf']).not.toContain('8443')
    expect(bert().requires.filter(({ kind }) => kind === 'secret')).toEqual([])
  })

  test('is a load balancer that leads to a login, and to nothing else', () => {
    const services = bert(open).objects.filter((one) => at(one, 'spec.type') === 'LoadBalancer')
    expect(services).toMatchObject([
      {
        metadata: { name: 'bert-inference-demo-external', annotations: { 'example.com/internal': 'true' } },
        spec: {
          selector: { 'app.kubernetes.io/name': 'bert-inference-demo' },
          ports: [{ port: 443, targetPort: 'https' }],
        },
      },
    ])
    const [, outside] = files(open)['default.conf']!.split('map $host')
    expect(outside).toContain('listen 8443 ssl;')
    expect(outside).toContain('auth_basic "BERT";')
    expect(outside).toContain('auth_basic_user_file /etc/nginx/login/auth;')
    expect(bert(open).brings('door')).toEqual([
      {
        kind: 'door',
        to: 'bert-inference',
        authenticated: true,
        how: 'LoadBalancer https://bert.example.com',
        login: 'a name and a password of the Secret `bert-login`',
      },
    ])
  })

  test('takes its certificate and its logins from Secrets', () => {
    const own = { loadBalancer: { ...open.loadBalancer, certificate: secret('tls'), login: secret('people') } }
    expect(bert(own).requires).toEqual(
      expect.arrayContaining([
        { kind: 'secret', name: 'tls', keys: ['tls.crt', 'tls.key'] },
        { kind: 'secret', name: 'people', keys: ['auth'] },
      ]),
    )
    expect(at(demo(own), 'spec.template.spec.volumes')).toEqual(
      expect.arrayContaining([
        { name: 'certificate', secret: { secretName: 'tls' } },
        { name: 'login', secret: { secretName: 'people' } },
      ]),
    )
  })

  test('takes a renewed certificate up, which nginx reads anew where its name holds a variable', () => {
    expect(files(open)['default.conf']).toContain('ssl_certificate $certificate.crt;')
    expect(files(open)['default.conf']).toContain('default /etc/nginx/tls/tls;')
  })
})
