import { expect, test } from 'vitest'
import { svg } from '../../../../generators/review/graph/svg/svg.ts'
import { addressOf } from '../../../../generators/review/page/client/address.ts'
import type { Reader } from './reader.ts'
import { hostile, sample } from './sample.ts'

export const safetyTests = ({ page, open, requests, errors, listed }: Reader): void => {
  test('a component that is named like a script is a name, and nothing leaves the page', async () => {
    const picture = await svg({ title: hostile, nodes: [{ id: 'a', name: hostile, within: [] }], edges: [] })
    await open(sample, { address: addressOf(`dev/${hostile}`), picture })
    await page.click('.picture summary')
    await page.type('#query', 'img')
    expect(await listed()).toEqual([`dev/${hostile}`])
    expect(await page.$$eval('.change h4', ([first]) => first?.textContent)).toContain(hostile)
    expect(await page.$$eval('img', (all) => all.map((one) => one.src.slice(0, 19)))).toEqual(['data:image/svg+xml;'])
    expect(await page.title()).toBe('main → the work tree: review')
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([])
    expect(errors).toEqual([])
  })

  test('a script that got into the page all the same does not run', async () => {
    await open(sample, { more: `<script>document.title = 'taken over'</script>` })
    expect(await page.title()).toBe('main → the work tree: review')
    expect(errors.join()).toContain('Content Security Policy')
    expect(await listed()).toHaveLength(4)
  })

  test('the browser refuses whatever script, style or request is not part of the page', async () => {
    await open(sample)
    const refused = await page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
      const style = document.createElement('style')
      style.append('body { display: none }')
      document.head.append(style)
      const tried = [
        () => document.body.setAttribute('onclick', "document.title = 'taken over'"),
        () => document.head.appendChild(document.createElement('script')).append("document.title = 'taken over'"),
        () => {
          document.body.innerHTML = '<b>taken over</b>'
        },
      ].map((attempt) => {
        try {
          attempt()
          return 'tried'
        } catch (error) {
          return (error as Error).name
        }
      })
      document.body.click()
      const answers = await Promise.all([
        fetch('https://example.com/').catch((error) => error.name),
        new Promise((resolve) => {
          const image = new Image()
          image.onerror = () => resolve('no image')
          image.src = 'https://example.com/x.png'
        }),
      ])
      return { violations: [...new Set(violations)].sort(), answers, tried }
    })
    expect(refused).toEqual({
      answers: ['TypeError', 'no image'],
      tried: ['TypeError', 'tried', 'TypeError'],
      violations: ['connect-src', 'img-src', 'require-trusted-types-for', 'style-src-elem'],
    })
    expect(await page.title()).toBe('main → the work tree: review')
  })
}
