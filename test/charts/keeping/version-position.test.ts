import { expect, test } from 'vitest'
import { versionFinder } from '../../../generators/charts/keeping/version-position.ts'

const fleet = {
  file: 'generators/fleet.ts',
  source: `export default defineFleet({
  environments: { dev: environment({}, [web({ version: '1.3.0' })]) },
  clusters: { a: flux({ namespaces: { web: namespace({}, [web()]) } }) },
})
`,
}
const chart = { name: 'web', url: 'oci://registry.example/charts/web', version: '1.2.3', clusters: ['a'] }
const component = ['clusters', 'a', 'namespaces', 'web', 'web']
const declared = (text: string) => [
  { path: 'generators/charts/other.ts', content: "url: 'oci://registry.example/charts/web-two',\nversion: '1.2.3'" },
  { path: 'generators/charts/web.ts', content: text },
]

test('an option is found in the fleet', () => {
  const place = ['environments', 'dev', 'web', 'version']
  expect(versionFinder(fleet, [])({ ...chart, version: '1.3.0', place, isOption: true })).toEqual({
    file: 'generators/fleet.ts',
    line: 2,
    column: 47,
  })
})

test.each([
  ["{\n  url: 'oci://registry.example/charts/web',\n  version: '1.2.3',\n}", 3, 12],
  ['{ version: "1.2.3", url: "oci://registry.example/charts/web" }', 1, 12],
])('a version beside the address of its chart is found in any file: %j', (text, line, column) => {
  const find = versionFinder(fleet, declared(text))
  expect(find({ ...chart, place: component, isOption: false })).toEqual({
    file: 'generators/charts/web.ts',
    line,
    column,
  })
})

test('what is written nowhere is told where the component stands, which is where a version can be said', () => {
  const find = versionFinder(fleet, declared("url: 'oci://registry.example/charts/web',\n  version: '9.9.9'"))
  expect(find({ ...chart, place: component, isOption: false })).toEqual({
    file: 'generators/fleet.ts',
    line: 3,
    column: 59,
  })
})
