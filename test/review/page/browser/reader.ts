import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'puppeteer-core'
import { pageClient } from '../../../../generators/command/page-client.ts'
import type { Review } from '../../../../generators/compare/review.ts'
import { reviewPage } from '../../../../generators/review/page/page.ts'

/** How somebody looks at a page. */
export interface View {
  /** In pixels. Default 1280. */
  readonly width?: number
  readonly theme?: 'dark' | 'light'
  /** The part of the address that names a change: `#prod/web`. */
  readonly address?: string
  readonly picture?: string
  /** HTML that somebody smuggled into the page. */
  readonly more?: string
}

/** Somebody who opens reviews from the disk. */
export interface Reader {
  readonly page: Page
  readonly open: (review: Review, view?: View) => Promise<void>
  /** Loads the page anew until it is so, or for two seconds: what it remembers, a busy browser writes down a moment later. */
  readonly reloadUntil: (isSo: () => Promise<boolean>) => Promise<void>
  /** What was asked for beside the page itself, and what went wrong in it, since it was opened. */
  readonly requests: string[]
  readonly errors: string[]
  /** The component in which the keyboard is, or the id of the field. */
  readonly focus: () => Promise<string>
  /** The components that are listed. */
  readonly listed: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export const readerIn = async (browser: Browser, program: string): Promise<Reader> => {
  const folder = mkdtempSync(join(tmpdir(), 'review-page-'))
  const client = await pageClient(program)
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  const [requests, errors]: [string[], string[]] = [[], []]
  const files = new Map<Review, string>()
  const fileOf = (review: Review, { picture, more = '' }: View): string => {
    const isPlain = picture === undefined && more === ''
    const known = files.get(review)
    if (known !== undefined && isPlain) return known
    const file = join(folder, isPlain ? `${files.size}.html` : 'other.html')
    writeFileSync(
      file,
      reviewPage(review, client, picture).replace('</body>', () => `${more}</body>`),
    )
    if (isPlain) files.set(review, file)
    return file
  }
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) requests.push(request.url().slice(0, 80))
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => errors.push(message.text()))
  return {
    page,
    requests,
    errors,
    open: async (review, view = {}) => {
      const { width = 1280, theme = 'light', address = '' } = view
      const file = fileOf(review, view)
      await page.setViewport({ width, height: 800 })
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
      await page.goto('about:blank')
      requests.length = 0
      errors.length = 0
      await page.goto(`${pathToFileURL(file)}${address}`)
    },
    reloadUntil: async (isSo) => {
      for (let tries = 0; tries < 20; tries += 1) {
        await page.reload()
        if (await isSo()) return
        await setTimeout(100)
      }
    },
    focus: () =>
      page.evaluate(
        () => document.activeElement?.closest('.change')?.id ?? document.activeElement?.id ?? 'nowhere in particular',
      ),
    listed: () => page.$$eval('.change', (articles) => articles.map(({ id }) => id)),
    close: async () => {
      await context.close()
      rmSync(folder, { recursive: true })
    },
  }
}
