import { expect, test } from 'vitest'
import { ruleTests } from '../../../generators/docs/rules/rule-tests.ts'
import { openModules } from '../../../generators/docs/source/modules.ts'

const rule = (name: string) =>
  `export const ruleOfIt: Rule = { name: '${name}', because: 'it happened', check: () => [] }\n`
const imports = `import { ruleOfIt } from '../../../generators/check/rules/enough.ts'
import { home } from './platform.ts'
`
const known = { words: new Set(['loki', 'minio']), rules: ['enough', 'collector-enough'] }

/** What is read of a file of tests about the rule `enough`. */
const read = (tests: string, path = 'test/check/rules/enough.test.ts') => {
  const sources: Readonly<Record<string, string>> = {
    [path]: `${imports}${tests}`,
    'generators/check/rules/enough.ts': rule('enough'),
    'test/check/rules/platform.ts': "export const home = 'clusters.homelab.namespaces.monitoring'\n",
  }
  const modules = openModules((file) => sources[file])
  return ruleTests(modules.at(path)!, modules, known)
}

test('a message is told with the sentence of its test, its texts followed to where they are defined', () => {
  const tests = `
const fix = 'add one'
const lacks = (what: string) => \`\${what} lacks it\`
describe(ruleOfIt.because, () => {
  test('a store without it', () => {
    expect(problemsOf(homelab([store()]))).toEqual([[\`\${home}.store\`, lacks('store'), fix]])
  })
})`
  expect(read(tests)).toEqual([
    {
      rule: 'enough',
      told: [
        {
          title: 'a store without it',
          place: 'clusters.homelab.namespaces.monitoring.store',
          reason: 'store lacks it',
          fix: 'add one',
        },
      ],
      silent: [],
    },
  ])
})

test('each row of a table is a test', () => {
  const tests = `describe(ruleOfIt.because, () => {
  test.each([['none', 0], ['one', 1]])('%s of them', (name, count) => {
    expect(told(count)).toEqual([['a', \`\${name} is wrong\`, 'write two']])
  })
})`
  expect(read(tests)[0]?.told.map(({ title, reason }) => [title, reason])).toEqual([
    ['none of them', 'none is wrong'],
    ['one of them', 'one is wrong'],
  ])
})

test('a message of which a part is computed is not told, and neither is what is no list of three texts', () => {
  const tests = `describe(ruleOfIt.because, () => {
  test('computed', () => {
    expect(a).toEqual([['place', compute(), 'fix']])
    expect(a.map(([place]) => place)).toEqual(['place'])
    expect(a).toEqual([['place', 'reason']])
  })
})`
  expect(read(tests)[0]?.told).toEqual([])
})

test('a fleet can be shown when it is made of words that a fleet has, with the constants that it is made from', () => {
  const tests = `
import { loki } from '../../../generators/fleetwright.ts'
import { helper } from './objects.ts'
const size = '1Gi'
describe(ruleOfIt.because, () => {
  test('shown', () => {
    const small = loki({ size })
    expect(problemsOf(homelab([small]))).toEqual([['a', 'b', 'c']])
  })
  test('not shown', () => {
    expect(problemsOf(homelab([helper()]))).toEqual([['a', 'b', 'c']])
  })
})`
  expect(read(tests)[0]?.told.map(({ title, example }) => [title, example])).toEqual([
    ['shown', { constants: ["const size = '1Gi'", 'const small = loki({ size })'], components: '[small]' }],
    ['not shown', undefined],
  ])
})

test('what is well is told by its sentence', () => {
  const tests = `describe(ruleOfIt.because, () => {
  test('two', () => { expect(a).toEqual([['a', 'b', 'c']]) })
})
test('three are silent', () => { expect(told(3)).toEqual([]) })`
  expect(read(tests)[0]?.silent).toEqual(['three are silent'])
})

test('a file without a group is about the rule that it is called after', () => {
  const tests = "test('none', () => { expect(a).toEqual([['collector-enough', 'a', 'b', 'c']]) })"
  expect(read(tests, 'test/check/collector/rules/enough.test.ts')[0]).toMatchObject({
    rule: 'collector-enough',
    told: [{ place: 'a', reason: 'b', fix: 'c' }],
  })
})
