import { setTimeout as wait } from 'node:timers/promises'
import { senderTo, text } from '../signals.ts'
import { application } from '../stand-ins/workload.ts'
import type { Stores } from '../stores.ts'
import type { Scene } from './scene.ts'
import { writeLines } from './scrubbing.ts'

/** How much of each is sent at a time. */
const flood = 40

/** Longer than what an exporter waits by default before it drops what it holds. */
const longOutage = 12_000

/**
 * Nothing is lost and nothing comes twice, whoever dies while it is on its way: the stores for a while, and by `kill -9` the
 * gateway, the aggregator and the agent of the edge.
 */
export const keeping = async (scene: Scene): Promise<void> => {
  const { federation, chain, traces, prove } = scene
  const { agent, aggregator } = chain.edge
  const { gateway } = chain.hub
  const { prometheus, loki } = chain.stores
  const sender = senderTo(agent.url('otlp-http'), 'flood')
  const sent = { total: 0 }
  const send = async (): Promise<void> => {
    const numbers = Array.from({ length: flood }, (_, index) => sent.total + index + 1)
    sent.total += flood
    for (const number of numbers) {
      await sender.sample('flood', number)
      await sender.line(text(`sent ${number}`))
      await sender.span(`flood ${number}`)
    }
    writeLines(agent, ...numbers.map((number) => `flood ${number}`))
  }
  const arrived = async (after: string): Promise<void> => {
    const find = () => counted(scene.stores, federation.edge.cluster)
    const { total } = sent
    const each = { every: total, different: total }
    await prove({
      says: `${after}: all ${total} samples, ${total} lines by OTLP, ${total} of a Pod and ${total} spans arrive, each once`,
      within: 120,
      find,
      expected: { samples: each, 'lines by OTLP': each, 'lines of a Pod': each, spans: each },
    })
  }

  await send()
  await arrived('all is well')

  await gateway.kill()
  await send()
  await wait(2000)
  await aggregator.kill()
  await send()
  await wait(2000)
  await agent.kill()
  await agent.start()
  await send()
  await aggregator.start()
  await gateway.start()
  await arrived('kill -9 of the gateway, the aggregator, then the agent')

  await Promise.all([prometheus.stop(), loki.stop(), traces.stop()])
  await send()
  await wait(longOutage)
  await gateway.kill()
  await gateway.start()
  await send()
  await aggregator.kill()
  await aggregator.start()
  await Promise.all([prometheus.start(), loki.start(), traces.start()])
  await arrived('all stores gone, kill -9 of the gateway, then of the aggregator')
}

/** How many have arrived, and how many different ones. */
const counted = async (stores: Stores, cluster: string) => {
  const who = `cluster_id="${cluster}"`
  const lines = async (service: string, text: string) =>
    tally((await stores.lines(`{${who}, service_name="${service}"} |= "${text}"`)).map(({ line }) => line))
  return {
    samples: tally(await stores.samples(`flood_total{${who}}[1h]`)),
    'lines by OTLP': await lines('flood', 'sent '),
    'lines of a Pod': await lines(application.name, 'flood '),
    spans: tally(stores.spans().flatMap(({ name }) => (name.startsWith('flood ') ? [name] : []))),
  }
}

const tally = (all: readonly unknown[]) => ({ every: all.length, different: new Set(all).size })
