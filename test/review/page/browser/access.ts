import axe from 'axe-core'
import type { SerializedAXNode } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { review } from '../../../support/review.ts'
import type { Reader } from './reader.ts'
import { hostile, sample } from './sample.ts'

export const accessTests = ({ page, open }: Reader): void => {
  const violations = async (): Promise<readonly string[]> => {
    await page.evaluate(axe.source)
    return page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: { run: typeof axe.run } }).axe.run()
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`))
    })
  }

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('axe finds nothing wrong where it is %s, at %i pixels', async (theme, width) => {
    await open(sample, { theme, width, address: '#prod/web' })
    expect(await violations()).toEqual([])
  })

  test('axe finds nothing wrong with the help, nor with a review of nothing', async () => {
    await open(sample)
    await page.keyboard.press('?')
    expect(await violations()).toEqual([])
    await open(review([]))
    expect(await violations()).toEqual([])
  })

  test.each([360, 768, 1440])('nothing scrolls sideways at %i pixels, with everything open', async (width) => {
    await open(sample, { width })
    await page.$$eval('details', (all) => {
      for (const one of all) one.open = true
    })
    await page.waitForSelector('table')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })

  test('who hears the page gets its landmarks, its headings and the state of everything', async () => {
    await open(sample, { address: '#prod/web' })
    await page.waitForSelector('table')
    const root = await page.accessibility.snapshot({ interestingOnly: false })
    const told = [...everyNode(root)].flatMap((node) => described(node) ?? [])
    expect(told).toEqual(heard)
  })
}

function* everyNode(node: SerializedAXNode | null): Generator<SerializedAXNode> {
  if (node === null) return
  yield node
  for (const child of node.children ?? []) yield* everyNode(child)
}

const roles = /^(banner|button|checkbox|combobox|DisclosureTriangle|heading|link|main|search|searchbox|status)$/

/** What a screen reader says of it, in short. A fold is told by its state: its heading has its name. */
const described = ({ role, name = '', level, pressed, checked, expanded }: SerializedAXNode): string | undefined => {
  if (!roles.test(role)) return undefined
  if (role === 'DisclosureTriangle') return expanded ? 'open' : 'closed'
  const state = [pressed && 'pressed', checked && 'checked'].filter(Boolean).join()
  return [role, level, name, state].filter(Boolean).join(' ')
}

const heard = [
  'link Skip to the changes',
  'banner',
  'heading 1 main to the work tree',
  'button Dark',
  'button Keys',
  'main',
  'heading 2 Overview',
  'button prod 2 changes in 2 clusters 1 risk',
  'button dev 1 change in 1 cluster',
  'button local 1 change in 1 cluster',
  'heading 2 Cannot be built',
  'heading 2 2 risks',
  'heading 3 everywhere at once',
  'heading 3 deletes data',
  'link prod, loki: eu-1, us-1',
  'heading 2 Changes',
  'search Changes',
  'searchbox Search components, clusters, objects and words',
  'combobox Environment',
  'combobox Kind of change',
  'checkbox Risks only',
  'button Side by side pressed',
  'status',
  'heading 3 prod 2 changes in 2 clusters',
  'closed',
  'heading 4 loki in eu-1, us-1',
  'open',
  'heading 4 web in eu-1, us-1',
  'open',
  'heading 5 values of web',
  'open',
  'heading 5 Deployment shop/web',
  'button 3 lines unchanged',
  'open',
  'heading 5 ConfigMap shop/settings',
  'button 44 lines unchanged',
  'link Link to this change',
  'heading 3 dev 1 change in 1 cluster',
  'closed',
  `heading 4 ${hostile} in homelab`,
  'heading 3 local 1 change in 1 cluster',
  'closed',
  'heading 4 tempo in laptop',
]
