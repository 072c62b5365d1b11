import { describe, expect, test } from 'vitest'
import type { Placeable } from '../../generators/fleet/component.ts'
import { environment } from '../../generators/fleet/environment.ts'
import { cloudflareTunnel } from '../../generators/fleetwright.ts'
import { promotionOf } from '../../generators/promote/promotion.ts'
import { think } from '../../generators/render.ts'
import { fleet, store } from '../support/fleets.ts'

interface Said {
  readonly base?: readonly Placeable[]
  readonly stage?: readonly Placeable[]
  readonly prod?: readonly Placeable[]
  /** What the cluster of production places. */
  readonly eu?: readonly Placeable[]
}

/** A promotion from staging to production, in short. */
const promotion = (component: string, { base = [], stage = [], prod = [], eu = [store()] }: Said) => {
  const described = fleet(
    { qa: { components: [store()], environment: 'stage' }, eu: { components: eu, environment: 'prod' } },
    { stage: environment({}, stage), prod: environment({}, prod) },
    base,
  )
  const found = promotionOf(think(described).fleet, { from: 'stage', to: 'prod', component })
  if (!('version' in found)) return found
  const { option, before, version, apart } = found
  return { option, before, version, apart }
}

describe('a version stands in an environment as', () => {
  test.each([
    ['it says itself', { stage: [store({ version: '2.0.0' })] }, '2.0.0'],
    ['the base says, where it says nothing', { base: [store({ version: '1.9.0' })] }, '1.9.0'],
    [
      'it says itself, over the base',
      { base: [store({ version: '1.9.0' })], stage: [store({ version: '2.0.0' })] },
      '2.0.0',
    ],
    ['the chart is pinned, where nobody says anything', {}, '1.2.3'],
  ])('%s', (_, said: Said, version) => {
    const prod = [store({ version: '1.0.0' })]
    expect(promotion('store', { ...said, prod })).toEqual({ option: 'version', before: '1.0.0', version, apart: [] })
  })
})

test('a cluster that says its own is named', () => {
  expect(promotion('store', { stage: [store({ version: '2.0.0' })], eu: [store({ version: '1.5.0' })] })).toEqual({
    ...{ option: 'version', before: '1.2.3', version: '2.0.0' },
    apart: [{ cluster: 'eu', version: '1.5.0' }],
  })
})

test('the version of plain objects is that of their image', () => {
  const image = (tag: string) => [cloudflareTunnel({ image: `cloudflare/cloudflared:${tag}` })]
  expect(
    promotion('cloudflare-tunnel', { stage: image('2026.9.0'), prod: image('2026.8.0'), eu: [cloudflareTunnel()] }),
  ).toEqual({
    option: 'image',
    before: 'cloudflare/cloudflared:2026.8.0',
    version: 'cloudflare/cloudflared:2026.9.0',
    apart: [],
  })
})

test('a component that no cluster of the environment runs has nobody to reach there', () => {
  expect(promotion('store', { stage: [store({ version: '2.0.0' })], eu: [cloudflareTunnel()] })).toMatchObject({
    problem: { rule: 'options-reach-somebody', place: ['environments', 'prod'] },
  })
})
