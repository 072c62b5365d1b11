import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { discord, slack } from '../../../generators/catalogue/channels/channel.ts'
import { toYaml } from '../../../generators/output/yaml/emit.ts'
import { labProgram, without } from '../../support/lab-program.ts'
import { configMap } from './place.ts'

const argocd = labProgram('argocd', ['version', '--client'])

/** It asks no API server, and wants to know one nevertheless. */
const kubeconfig = {
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [{ name: 'none', cluster: { server: 'http://127.0.0.1:1' } }],
  contexts: [{ name: 'none', context: { cluster: 'none', user: 'nobody' } }],
  'current-context': 'none',
  users: [{ name: 'nobody', user: {} }],
}

const application = (status: object) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'shop', namespace: 'argocd' },
  spec: { project: 'default' },
  status,
})

describe.skipIf(argocd === undefined)(argocd === undefined ? `skipped: ${without('argocd')}` : 'Argo CD itself', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'argocd-'))
    const settings = configMap({ channels: [slack(), discord()], severity: 'info' })
    writeFileSync(join(folder, 'settings.yaml'), toYaml(settings))
    writeFileSync(join(folder, 'kubeconfig.yaml'), toYaml(kubeconfig))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** What it makes of our settings and an Application of this status. */
  const said = (status: object, ...question: readonly string[]): string => {
    writeFileSync(join(folder, 'shop.yaml'), toYaml(application(status)))
    const files = ['--config-map', './settings.yaml', '--secret', ':empty', '--kubeconfig', './kubeconfig.yaml']
    const args = ['admin', 'notifications', ...question.slice(0, 3), './shop.yaml', ...question.slice(3), ...files]
    return spawnSync(argocd!, args, { cwd: folder, encoding: 'utf8' }).stdout
  }

  const isTriggered = (trigger: string, status: object) =>
    / (true|false)\s*$/.exec(said(status, 'trigger', 'run', trigger))?.[1]

  const running = { operationState: { phase: 'Running' } }
  const retrying = { operationState: { phase: 'Running', retryCount: 2, message: 'no "match" for <kind>' } }
  const failed = { operationState: { phase: 'Failed' }, health: { status: 'Degraded' } }
  const done = {
    operationState: { phase: 'Succeeded', retryCount: 2 },
    health: { status: 'Healthy' },
    history: [{ id: 4 }],
  }

  test.each([
    ['sync-failing', { new: {}, running, done }, { retrying, failed }],
    ['degraded', { new: {}, retrying, done }, { failed }],
    ['deployed', { new: {}, running, failed, partial: { ...done, history: undefined } }, { done }],
  ])('triggers %s', (trigger, not, those) => {
    const answers = (states: object) =>
      Object.fromEntries(Object.entries(states).map(([name, status]) => [name, isTriggered(trigger, status)]))
    const all = (states: object, answer: string) =>
      Object.fromEntries(Object.keys(states).map((name) => [name, answer]))
    expect(answers(not)).toEqual(all(not, 'false'))
    expect(answers(those)).toEqual(all(those, 'true'))
  })

  test('sends JSON, whatever there is to tell', () => {
    const sent = parse(said(retrying, 'template', 'notify', 'sync-failing', '--recipient', 'console:stdout'))
    const text = 'Application shop cannot be synced: no "match" for <kind>'
    expect(JSON.parse(sent.webhook.slack.body)).toEqual({ text })
    expect(JSON.parse(sent.webhook.discord.body)).toEqual({ content: text })
  })
})
