import { describe, expect, test } from 'vitest'
import type { Placeable } from '../../generators/fleet/component.ts'
import { environment } from '../../generators/fleet/environment.ts'
import { defineFleet, loki, minio } from '../../generators/fleetwright.ts'
import { catalogueOf } from '../../generators/promote/catalogue.ts'
import { edited } from '../../generators/promote/edit.ts'
import { fleetEdits } from '../../generators/promote/fleet-edits.ts'
import type { Promotion } from '../../generators/promote/promotion.ts'

const catalogue = catalogueOf({ loki, minio, defineFleet })

/** Loki 2.0.0 on its way to production, of which the fleet says nothing yet unless told so. */
const promotion: Promotion = {
  component: 'loki',
  definition: loki.definition,
  option: 'version',
  from: 'stage',
  to: 'prod',
  version: '2.0.0',
  before: '1.0.0',
  places: [['clusters', 'a', 'namespaces', 'm', 'loki']],
  apart: [],
}

/** The source with the promotion written into it, or why it cannot be. */
const written = (source: string, says: readonly Placeable[] = [], of: Partial<Promotion> = {}) => {
  const fleet = defineFleet({
    repository: { url: '', branch: '' },
    environments: { prod: environment({}, says) },
    clusters: {},
  })
  const edits = fleetEdits(source, fleet, { ...promotion, ...of }, catalogue)
  return 'problem' in edits ? edits.problem : edited(source, edits)
}

/** A fleet around what its production says. */
const around = (
  prod: string,
  before = "import { defineFleet, environment, loki } from './fleetwright.ts'",
) => `${before}
export default defineFleet({
  environments: {
    stage: environment({ storageClass: 'fast' }, [loki({ version: '2.0.0' })]),
    prod: ${prod},
  },
  clusters: { a: flux({ namespaces: { m: namespace({}, [loki()]) } }) },
})
`

describe('a component that the environment speaks of', () => {
  test.each([
    [
      'has its version replaced, in its own quotes',
      `environment({}, [loki({ size: '5Gi', version: "1.0.0" })])`,
      `environment({}, [loki({ size: '5Gi', version: "2.0.0" })])`,
    ],
    [
      'gets one before its other options, on the same line',
      "environment({}, [minio(), loki({ size: '5Gi' })])",
      "environment({}, [minio(), loki({ version: '2.0.0', size: '5Gi' })])",
    ],
    [
      'gets one before its other options, on a line of its own',
      `environment({}, [
      loki({
        // Two days are enough.
        retention: '48h',
      }),
    ])`,
      `environment({}, [
      loki({
        version: '2.0.0',
        // Two days are enough.
        retention: '48h',
      }),
    ])`,
    ],
    ['gets one in its empty options', 'environment({}, [loki({})])', "environment({}, [loki({ version: '2.0.0' })])"],
    [
      'gets one without options so far',
      'environment({}, [loki(), minio()])',
      "environment({}, [loki({ version: '2.0.0' }), minio()])",
    ],
  ])('%s', (_, before, after) => {
    expect(written(around(before), [loki()])).toBe(around(after))
  })

  test('and only names is called', () => {
    expect(written(around('environment({}, [loki, minio])'), [loki])).toBe(
      around("environment({}, [loki({ version: '2.0.0' }), minio])"),
    )
  })

  test('stands where a name leads to', () => {
    const before = "import { defineFleet } from './fleetwright.ts'\nconst production = environment({}, [loki()])"
    expect(written(around('production', before), [loki()])).toBe(
      around('production', before.replace('loki()', "loki({ version: '2.0.0' })")),
    )
  })

  test('is found by the name that it was given', () => {
    const named = { component: 'traces', places: [['environments', 'prod', 'traces']] }
    expect(
      written(around("environment({}, [loki(), loki({ name: 'traces' })])"), [loki(), loki({ name: 'traces' })], named),
    ).toBe(around("environment({}, [loki(), loki({ version: '2.0.0', name: 'traces' })])"))
  })
})

describe('a component that the environment says nothing of', () => {
  test.each([
    [
      'comes first in the list, on the same line',
      "environment({}, [minio({ size: '5Gi' })])",
      "environment({}, [loki({ version: '2.0.0' }), minio({ size: '5Gi' })])",
    ],
    [
      'comes first in the list, on a line of its own',
      `environment({}, [
      minio({ size: '5Gi' }),
    ])`,
      `environment({}, [
      loki({ version: '2.0.0' }),
      minio({ size: '5Gi' }),
    ])`,
    ],
    [
      'is all of an empty list',
      "environment({ storageClass: 'fast' }, [])",
      "environment({ storageClass: 'fast' }, [loki({ version: '2.0.0' })])",
    ],
    [
      'brings the list that was not there',
      "environment({ storageClass: 'fast' })",
      "environment({ storageClass: 'fast' }, [loki({ version: '2.0.0' })])",
    ],
  ])('%s', (_, before, after) => {
    expect(written(around(before))).toBe(around(after))
  })

  test('is called as the fleet calls it elsewhere', () => {
    const before = "import * as all from './fleetwright.ts'"
    const calls = (source: string) => source.replaceAll(/\bloki\(/g, 'all.loki(')
    expect(written(calls(around('environment({}, [])', before)))).toBe(
      calls(around("environment({}, [loki({ version: '2.0.0' })])", before)),
    )
  })

  test('keeps the name that it has elsewhere', () => {
    const named = { component: 'traces', places: [['clusters', 'a', 'namespaces', 'm', 'traces']] }
    const clusters = (source: string) => source.replace('[loki()]', "[loki({ name: 'traces' })]")
    expect(written(clusters(around('environment({}, [])')), [], named)).toBe(
      clusters(around("environment({}, [loki({ name: 'traces', version: '2.0.0' })])")),
    )
  })
})

describe('a component that this module does not know yet is imported:', () => {
  const fleet = (imports: string, list = '') => `${imports}
import { a } from './clusters/a.ts'

export default defineFleet({ environments: { prod: environment({}, [${list}]) }, clusters: { a } })
`
  const said = "loki({ version: '2.0.0' })"

  test.each([
    [
      'in its place by the alphabet',
      "import { defineFleet, environment, minio } from './fleetwright.ts'",
      "import { defineFleet, environment, loki, minio } from './fleetwright.ts'",
    ],
    [
      'as the last of all, on a line of its own',
      "import {\n  defineFleet,\n  environment,\n} from './fleetwright.ts'",
      "import {\n  defineFleet,\n  environment,\n  loki,\n} from './fleetwright.ts'",
    ],
  ])('%s', (_, before, after) => {
    expect(written(fleet(before))).toBe(fleet(after, said))
  })

  test('on a line of its own where nothing else comes from there', () => {
    const own = "import { defineFleet, environment } from './words.ts'"
    expect(written(fleet(own))).toBe(
      fleet(own, said).replace("a.ts'\n", "a.ts'\nimport { loki } from './fleetwright.ts'\n"),
    )
  })
})

describe('what cannot be changed by itself is refused:', () => {
  const elsewhere = {
    rule: 'promotion-is-written',
    place: ['environments', 'prod', 'loki'],
    reason: 'what prod says of loki is not written here in a way that could be changed by itself',
    fix: "write version: '2.0.0' where it is written",
  }

  test('a version that is computed', () => {
    expect(written(around('environment({}, [loki({ version: pinned })])'), [loki()])).toEqual({
      rule: 'promotion-is-written',
      place: ['environments', 'prod', 'loki', 'version'],
      reason: 'the version of loki in prod is computed, not written as a text',
      fix: "write version: '2.0.0' here, or change what it is computed from",
    })
  })

  test.each([
    ['an environment of another module', 'production', [loki()]],
    ['options of another module', 'environment({}, [loki(options)])', [loki()]],
    ['a list of another module', 'environment({}, components)', []],
  ])('%s', (_, prod, says) => {
    expect(written(around(prod), says)).toEqual(elsewhere)
  })

  test('a source that is none', () => {
    expect(written('export default defineFleet({')).toEqual(elsewhere)
  })
})

test('a byte order mark and the line ends of Windows stay', () => {
  const source = `\uFEFF${around('environment({}, [\n      minio(),\n    ])').replaceAll('\n', '\r\n')}`
  expect(written(source)).toBe(
    source.replace('      minio(),\r\n', "      loki({ version: '2.0.0' }),\r\n      minio(),\r\n"),
  )
})
