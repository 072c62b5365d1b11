import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Block, blocksOf, changed } from '../support/markdown.ts'
import type { Newcomer, Said } from './newcomer.ts'

const fleet = 'generators/fleet.ts'

/**
 * Does what a page says, block by block, from a folder on: `sh` is run, `diff` changes the fleet, `ts` that begins with the
 * path of a file becomes that file, and `text`, or a `diff` of git's, is what the last commands say.
 */
export const follow = (page: string, from: string, { shell, write }: Newcomer): void => {
  let folder = from
  let said: Said | undefined
  const blocks = blocksOf(page)
  for (const [at, block] of blocks.entries()) {
    if (isOutput(block, said)) {
      shows(said?.text ?? '', block.text)
    } else if (block.language === 'sh') {
      said = shell(folder, block.text)
      // Whoever is told of a problem is told by an exit code as well.
      const isRefused = isOutput(blocks[at + 1], said) && /^ {2}rule: /m.test(blocks[at + 1]?.text ?? '')
      expect([block.text, said.text, said.exitCode]).toEqual([block.text, said.text, isRefused ? 1 : 0])
      folder = said.folder
    } else {
      said = undefined
      change(block, folder, write)
    }
  }
}

const isOutput = (block: Block | undefined, said: Said | undefined): boolean =>
  said !== undefined && (block?.language === 'text' || (block?.language === 'diff' && block.text.startsWith('--- ')))

const change = ({ language, text }: Block, folder: string, write: Newcomer['write']): void => {
  if (language === 'diff') write(folder, fleet, changed(readFileSync(join(folder, fleet), 'utf8'), text))
  const [, path] = /^(?:\/\/|#) ((?:generators|test|apps)\/\S+)\n/.exec(text) ?? []
  if ((language === 'ts' || language === 'yaml') && path !== undefined) write(folder, path, text)
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Every line that a page shows was said, in that order. `…` stands for anything. */
const shows = (said: string, shown: string): void => {
  const lines = said.split('\n')
  let from = 0
  for (const line of shown.trimEnd().split('\n')) {
    const pattern = new RegExp(`^${line.split('…').map(literal).join('.*')}$`)
    const found = lines.findIndex((one, at) => at >= from && pattern.test(one))
    expect([line, found >= 0 ? line : said]).toEqual([line, line])
    from = found + 1
  }
}
