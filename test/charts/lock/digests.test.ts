import { describe, expect, test } from 'vitest'
import type { UsedChart } from '../../../generators/charts/keeping/used-charts.ts'
import { chartLock, lockText, readLock } from '../../../generators/charts/lock/chart-lock.ts'
import { locking, lockProblems } from '../../../generators/charts/lock/digests.ts'
import { Unanswered } from '../../../generators/charts/registry/ask.ts'
import type { Registry } from '../../../generators/charts/registry/registry.ts'
import { digest, locked } from './locked.ts'

const used = (name: string, version: string): UsedChart => {
  const { url } = locked(name, version)
  return { name, url, version, place: ['clusters', 'a', name], isOption: false, clusters: ['a'] }
}

/** A registry that has these digests, and was asked for those. */
const registryOf = (digests: Readonly<Record<string, string>>) => {
  const asked: string[] = []
  const nothing = async () => []
  const registry: Registry = {
    versions: nothing,
    archive: async () => new Uint8Array(),
    digest: async ({ name }, version) => {
      asked.push(name)
      const digit = digests[`${name} ${version}`]
      if (digit === undefined) throw new Unanswered(`nobody has ${name} ${version}`)
      return digest(digit)
    },
  }
  return { registry, asked }
}

const lock = chartLock([locked('store', '1.2.3', '1'), locked('old', '1.0.0', '9')])
const charts = [used('store', '1.2.3'), used('sender', '0.1.0')]

test('what is used and not locked is locked, what nobody uses is dropped, and nobody is asked about what is locked', async () => {
  const { registry, asked } = registryOf({ 'store 1.2.3': '7', 'sender 0.1.0': '2' })
  const next = await locking(charts, lock, registry, { update: false })
  expect({ ...next, asked }).toEqual({
    charts: [locked('store', '1.2.3', '1'), locked('sender', '0.1.0', '2')],
    added: [locked('sender', '0.1.0', '2')],
    moved: [],
    dropped: [locked('old', '1.0.0', '9')],
    problems: [],
    asked: ['sender'],
  })
})

test('an update takes what the registries have now', async () => {
  const { registry } = registryOf({ 'store 1.2.3': '7', 'sender 0.1.0': '2' })
  const { moved } = await locking(charts, lock, registry, { update: true })
  expect(moved).toEqual([locked('store', '1.2.3', '7')])
})

test('what a registry does not answer is a problem at the component, and the others are asked all the same', async () => {
  const { registry, asked } = registryOf({ 'sender 0.1.0': '2' })
  const { problems } = await locking(charts, undefined, registry, { update: false })
  expect(problems).toMatchObject([
    { rule: 'chart-registry', place: ['clusters', 'a', 'store'], reason: 'nobody has store 1.2.3' },
  ])
  expect(asked).toEqual(['store', 'sender'])
})

describe('a lock is held against the fleet and the registries:', () => {
  const problems = async (digests: Readonly<Record<string, string>>, before = lock) =>
    (await lockProblems(charts, before, registryOf(digests).registry)).map(({ rule, reason }) => [rule, reason])

  test('all as it was', async () => {
    const whole = chartLock([locked('store', '1.2.3', '1'), locked('sender', '0.1.0', '2')])
    expect(await problems({ 'store 1.2.3': '1', 'sender 0.1.0': '2' }, whole)).toEqual([])
  })

  test('moved, not locked, and not used', async () => {
    expect(await problems({ 'store 1.2.3': '7' })).toEqual([
      ['chart-moved', `store 1.2.3 was ${digest('1')} when it was locked, and is ${digest('7')} now`],
      ['locked-charts', 'sender 0.1.0 is not in generators/charts.lock.yaml'],
      ['chart-lock', 'old 1.0.0 is locked, and nothing uses it'],
    ])
  })

  test('gone', async () => {
    expect((await problems({}))[0]).toEqual(['chart-registry', 'nobody has store 1.2.3'])
  })
})

test('a lock is written to be read by people, and read back', () => {
  const text = lockText([locked('store', '1.2.3')])
  expect(text).toBe(`# From the charts of the fleet in generators/fleet.ts.
# Locked by "npx zx scripts/charts.mjs lock": run that again, do not change this file.
charts:
  - name: store
    url: oci://registry.example/charts/store
    version: 1.2.3
    digest: ${digest('1')}
`)
  expect(readLock(text)).toMatchObject({ charts: [locked('store', '1.2.3')] })
})
