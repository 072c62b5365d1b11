import { expect, test } from 'vitest'
import { addressOf } from '../../../../generators/review/page/client/address.ts'
import type { Reader } from './reader.ts'
import { hostile, large, sample } from './sample.ts'

export const addressTests = ({ page, open, focus }: Reader): void => {
  const isOpen = (id: string) =>
    page.evaluate((wanted) => document.getElementById(wanted)?.querySelector('details')?.open, id)
  const isInView = (id: string) =>
    page.evaluate((wanted) => {
      const { top, bottom } = document.getElementById(wanted)?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
      return top >= 0 && top < innerHeight && bottom > 0
    }, id)

  test('an address that names a change opens it, also after a reload', async () => {
    await open(sample, { address: '#prod/web' })
    for (const again of [false, true]) {
      if (again) await page.reload()
      await page.waitForFunction(() => document.activeElement?.closest('.change') !== null)
      expect([await isOpen('prod/web'), await isInView('prod/web'), await focus()]).toEqual([true, true, 'prod/web'])
    }
  })

  test('it leads to a change far down that was not drawn yet', async () => {
    await open(large, { address: '#prod/c-998' })
    await page.waitForFunction(() => document.activeElement?.closest('.change') !== null)
    expect([await isOpen('prod/c-998'), await isInView('prod/c-998')]).toEqual([true, true])
  })

  test('a risk leads to its change, even one that is filtered away', async () => {
    await open(sample)
    await page.type('#query', 'tempo')
    await page.click('.risks a')
    await page.waitForFunction(() => document.activeElement?.closest('.change') !== null)
    expect([await isOpen('prod/loki'), await focus()]).toEqual([true, 'prod/loki'])
  })

  test('whoever opens a change has its address', async () => {
    await open(sample)
    await page.click('[id="local/tempo"] summary')
    expect(new URL(page.url()).hash).toBe('#local/tempo')
  })

  test('a change with a strange name has an address too; one that is not there leads nowhere', async () => {
    await open(sample, { address: addressOf(`dev/${hostile}`) })
    expect(await isOpen(`dev/${hostile}`)).toBe(true)
    await open(sample, { address: '#gone/away' })
    expect(await page.$$('.change details[open]')).toEqual([])
  })
}
