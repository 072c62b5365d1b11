import { describe, expect, test } from 'vitest'
import { prometheus } from '../../../generators/catalogue/prometheus/prometheus.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { prometheusConfigs } from '../../../generators/verify/questions/prometheus-config.ts'
import { made } from '../made.ts'

const rules = { targets: [{ alert: 'Down', expr: 'up == 0' }] }
const built = { folder: 'apps/base/monitoring/prometheus', place: [], objects: made(prometheus, { rules }).objects }
const [question, ...more] = prometheusConfigs(built as { objects: readonly KubernetesObject[] } & typeof built)
const files = new Map(question?.files.map(({ path, content }) => [path, content]))

describe('what `npm run verify` gives to promtool', () => {
  test('is the configuration with its jobs and rules', () => {
    expect(more).toEqual([])
    expect(question?.args).toEqual(['check', 'config', 'prometheus.yml'])
    expect([...files.keys()]).toEqual(expect.arrayContaining(['prometheus.yml', 'jobs.yml', 'rules.yml']))
  })

  test('leads into that folder alone, where the token and the certificate of a Pod are stood in for', () => {
    const account = 'var/run/secrets/kubernetes.io/serviceaccount'
    expect(files.get('jobs.yml')).toContain(`credentials_file: ${account}/token`)
    expect(files.get('jobs.yml')).not.toContain(`: /${account}`)
    expect([files.get(`${account}/token`), files.get(`${account}/ca.crt`)]).toEqual(['', ''])
  })
})
