import { describe, expect, test } from 'vitest'
import { scalarAt } from '../../../generators/check/standing/scalar-at.ts'
import { toYaml } from '../../../generators/output/yaml/emit.ts'

const yaml = `# From base.store in generators/fleet.ts.
${toYaml({
  config: 'persistence:\n  size: 1Gi\n',
  persistence: { enabled: true, labels: { size: 'large' }, size: '10Gi', 'storage/class': 'yes', none: null },
  list: [{ size: '2Gi' }],
  size: 12,
})}`

describe('one scalar out of what we print', () => {
  test.each([
    ['persistence.size', '10Gi'],
    ['persistence.labels.size', 'large'],
    ['persistence.storage/class', 'yes'],
    ['persistence.none', 'null'],
    ['size', '12'],
    ['persistence', undefined],
    ['persistence.missing', undefined],
    ['missing.size', undefined],
    ['list.size', undefined],
  ])('%s', (path, value) => {
    expect(scalarAt(yaml, path.split('.'))).toBe(value)
  })

  test('of an empty text there is none', () => {
    expect(scalarAt('', ['size'])).toBeUndefined()
  })
})
