import { describe, expect, test } from 'vitest'
import { quietLines } from '../../../generators/review/progress/quiet-lines.ts'

/** The lines told of a work of 1000 parts that is shown at moments: how many are done, after how many seconds. */
const told = (...moments: readonly (readonly [value: number, seconds: number])[]): readonly string[] => {
  const lines: string[] = []
  const display = quietLines((line) => lines.push(line))
  for (const [value, seconds] of moments) {
    display.show({ what: 'rendering clusters', total: 1000, value, now: undefined, elapsed: seconds * 1000 })
  }
  display.hide()
  return lines
}

describe('a log gets', () => {
  test('a line at first, and one at each tenth', () => {
    expect(told([20, 1], [21, 2], [99, 3], [100, 4], [199, 6], [450, 8], [451, 11])).toEqual([
      'rendering clusters: 20 of 1000 (1 s)',
      'rendering clusters: 100 of 1000 (4 s)',
      'rendering clusters: 450 of 1000 (8 s)',
    ])
  })

  test('no line within two seconds of another', () => {
    expect(told([20, 1], [300, 2], [500, 2.9], [999, 3], [1000, 3.1])).toEqual([
      'rendering clusters: 20 of 1000 (1 s)',
      'rendering clusters: 999 of 1000 (3 s)',
    ])
  })

  test('a line after ten seconds without one', () => {
    expect(told([0, 1], [0, 10.9], [1, 11], [2, 20], [100, 20.5], [100, 30], [100, 31])).toEqual([
      'rendering clusters: 0 of 1000 (1 s)',
      'rendering clusters: 1 of 1000 (11 s)',
      'rendering clusters: 100 of 1000 (20 s)',
      'rendering clusters: 100 of 1000 (31 s)',
    ])
  })

  test('no line for what goes back and comes again', () => {
    expect(told([300, 1], [299, 2], [300, 4], [200, 6], [399, 8])).toEqual(['rendering clusters: 300 of 1000 (1 s)'])
  })

  test('at most eleven lines of a work of a minute, however small its parts', () => {
    const moments = Array.from({ length: 1001 }, (_, value) => [value, 1 + value / 17] as const)
    expect(told(...moments)).toHaveLength(11)
  })
})
