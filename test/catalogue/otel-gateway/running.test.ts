import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { otlpTo } from '../../../generators/catalogue/otel-gateway/destinations.ts'
import { otelGateway } from '../../../generators/catalogue/otel-gateway/otel-gateway.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { noOtelcol, otelcol } from '../../support/otelcol.ts'
import { made } from '../made.ts'
import { where } from '../where.ts'
import { run, sink } from './running.ts'

/** A line of a tenant's log. */
const line = (body: string, attributes: Readonly<Record<string, string>>) => ({
  resourceLogs: [
    {
      resource: {
        attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: { stringValue: value } })),
      },
      scopeLogs: [{ logRecords: [{ timeUnixNano: `${Date.now()}000000`, body: { stringValue: body } }] }],
    },
  ],
})

describe.skipIf(otelcol === undefined)(otelcol === undefined ? `skipped: ${noOtelcol}` : 'a running gateway', () => {
  let loki: Awaited<ReturnType<typeof sink>>
  let acme: Awaited<ReturnType<typeof sink>>
  let only: Awaited<ReturnType<typeof sink>>
  let gateway: Awaited<ReturnType<typeof run>>

  beforeAll(async () => {
    ;[loki, acme, only] = [await sink(), await sink(), await sink()]
    const to = (name: string, { url }: typeof acme, tenant: string, keep: boolean) =>
      otlpTo({
        name,
        endpoint: url,
        authorization: secret(name),
        when: { attribute: 'tenant', equals: tenant },
        keep,
      })
    const endpoints = { 'otlp-logs': loki.url, 'otlp-metrics': loki.url, 'otlp-traces': loki.url }
    const options = { destinations: [to('acme', acme, 'acme', true), to('only', only, 'private', false)] }
    const config = made(otelGateway, options, where('otel-gateway', endpoints)).files()['config.yaml']!
    const env = { HUB_ID: 'main', CLUSTER_ID: 'main', CLUSTER_ROLE: 'hub', ACME_SECRET: 'Bearer a', ONLY_SECRET: 'b' }
    gateway = await run(config, env)
  }, 60_000)

  afterAll(async () => {
    await gateway?.stop()
    for (const one of [loki, acme, only]) one?.close()
  })

  const arrives = (at: typeof loki, what: string) =>
    vi.waitFor(() => expect(at.has(what)).toBe(true), { timeout: 30_000, interval: 100 })

  test('sends a line to its destination and to the store, or to its destination alone, or to the store alone', async () => {
    await gateway.sendInside(line('for both', { tenant: 'acme' }))
    await gateway.sendInside(line('for one', { tenant: 'private' }))
    await gateway.sendInside(line('for us', { tenant: 'other' }))
    await arrives(acme, 'for both')
    await arrives(only, 'for one')
    await arrives(loki, 'for both')
    await arrives(loki, 'for us')
    expect([acme.has('for us'), acme.has('for one'), only.has('for both'), loki.has('for one')]).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect([acme.has('Bearer a'), loki.has('Bearer a')]).toEqual([true, false])
  }, 60_000)

  test('takes from outside only who shows a certificate, and leaves whose it is as it was told', async () => {
    const from = (body: string) => line(body, { 'cluster.id': 'berlin' })
    expect(await gateway.sendOutside(from('known'), 'client')).toBe(200)
    expect(await gateway.sendOutside(from('unknown'), 'none')).toMatch(/certificate required/)
    await arrives(loki, 'known')
    expect([loki.has('berlin'), loki.has('hub.received_at'), loki.has('unknown')]).toEqual([true, true, false])
  }, 60_000)

  test('does not let what is in its own cluster pass for an edge', async () => {
    await gateway.sendInside(line('inside', { 'cluster.id': 'paris' }))
    await arrives(loki, 'inside')
    expect([loki.has('paris'), loki.has('main')]).toEqual([false, true])
  }, 60_000)

  test('loses nothing when it is killed while a store is away, and sends nothing twice', async () => {
    const lines = Array.from({ length: 20 }, (_, index) => `waits-${String(index).padStart(2, '0')};`)
    loki.away(true)
    for (const half of [lines.slice(0, 10), lines.slice(10)]) {
      for (const body of half) expect(await gateway.sendInside(line(body, {}))).toBe(200)
      // Some is out of the queue and on its way by now, and some may not be.
      const before = loki.refused()
      await vi.waitFor(() => expect(loki.refused()).toBeGreaterThan(before), { timeout: 30_000 })
      await gateway.killAndStart()
    }
    expect(loki.count('waits-')).toBe(0)
    loki.away(false)
    await vi.waitFor(() => expect(lines.map((body) => loki.count(body))).toEqual(lines.map(() => 1)), {
      timeout: 60_000,
      interval: 200,
    })
  }, 90_000)
})
