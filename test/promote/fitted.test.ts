import { readFileSync } from 'node:fs'
import { execaSync } from 'execa'
import { describe, expect, test } from 'vitest'
import { edited } from '../../generators/promote/edit.ts'
import { fitted, lineWidth } from '../../generators/promote/fitted.ts'

/** The source with a text put in at `|`, laid out. */
const put = (marked: string, text: string): string => {
  const start = marked.indexOf('|')
  const source = marked.replace('|', '')
  return edited(source, [fitted(source, { start, end: start, text })])
}

/** What the formatter that `npm run lint` asks makes of a text. */
const formatted = (text: string): string =>
  `${execaSync('biome', ['format', '--stdin-file-path', 'generators/fleet.ts'], { input: text, preferLocal: true }).stdout}\n`

const version = "version: '1.2.3', "
const long = "aRatherLongOption: 'that says much', anotherLongOption: 'that says more than that'"

describe('a line that an edit makes too long is laid out as the formatter has it:', () => {
  test.each([
    ['the options of a component', `export default [\n  loki({ |${long}, size: '5Gi' }),\n]\n`, version],
    [
      'what a component of its own list is',
      `export default {\n  prod: environment({ a: 1 }, [|loki({ ${long} })]),\n}\n`,
      'minio({ size: 1 }), ',
    ],
    [
      'a list that there was none of',
      `export default {\n  prod: environment({ ${long} }|),\n}\n`,
      ", [loki({ version: '1.2.3' })]",
    ],
    [
      'what is too long even then',
      `export default {\n  prod: environment({ a: 1 }, [loki({ |${long}, size: '5Gi' }), b()]),\n}\n`,
      version,
    ],
  ])('%s', (_, marked, text) => {
    const asked = put(marked, text)
    expect(
      marked
        .replace('|', text)
        .split('\n')
        .some((line) => line.length > lineWidth),
    ).toBe(true)
    expect(asked).toBe(formatted(asked))
    expect(asked).toBe(formatted(marked.replace('|', text)))
  })
})

describe('an edit stays as it is', () => {
  test('where its line has room', () => {
    expect(put("loki({ |size: '5Gi' })\n", version)).toBe("loki({ version: '1.2.3', size: '5Gi' })\n")
  })

  test('where a remark stands between what would be taken apart', () => {
    const remarked = `loki({ |${long}, /* enough */ size: '5Gi', a: 1, b: 2 })\n`
    expect(put(remarked, version)).toBe(remarked.replace('|', version))
  })

  test('where another line is too long, which is somebody else’s', () => {
    const other = `// ${'x'.repeat(lineWidth)}\nloki({ |size: '5Gi' })\n`
    expect(put(other, version)).toBe(other.replace('|', version))
  })
})

test('the ends of lines are those of the file', () => {
  expect(put(`loki({ |${long}, size: '5Gi' })\r\n`, version)).toMatch(
    /^loki\(\{\r\n {2}version: '1\.2\.3',\r\n[\s\S]*\r\n\}\)\r\n$/,
  )
})

test('a line may be as wide as the formatter is told', () => {
  expect(JSON.parse(readFileSync('biome.json', 'utf8')).formatter.lineWidth).toBe(lineWidth)
})
