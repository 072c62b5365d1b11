import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Checkout, checkout, fleetFile } from './checkout.ts'

let here: Checkout
beforeAll(() => {
  here = checkout()
})
afterEach(() => here.reset())
afterAll(() => here.remove())

const fleet = (
  objects: string,
) => `import { defineFleet, environment, except, flux, manifests, namespace } from './fleetwright.ts'

const page = manifests({ name: 'page', objects: ${objects} })

export default defineFleet({
  repository: { url: 'https://github.com/example/platform', branch: 'main' },
  environments: { dev: environment({ storageClass: 'local-path' }) },
  clusters: {
    a: flux({
      environment: 'dev',
      distribution: 'k3s',
      network: 'flannel',
      namespaces: { web: namespace({}, [page()]) },
    }),
  },
  exceptions: [
    except('something-to-apply', { at: 'clusters.a.namespaces.web.page', because: 'its objects come next week' }),
  ],
})
`
const line = 'switched off: something-to-apply at clusters.a.namespaces.web.page: its objects come next week'

test('every run says which rules are switched off, where and why: the first, one without changes, a check', () => {
  here.write(fleetFile, fleet('[]'))
  for (const args of [[], [], ['--check'], ['--cluster', 'a']]) {
    expect([args, here.render(...args)]).toMatchObject([args, { exitCode: 0, stderr: line }])
  }
  const { stdout, stderr } = here.render('--json')
  expect(stderr).toBe(line)
  expect(JSON.parse(stdout).switchedOff).toEqual([
    { rule: 'something-to-apply', at: 'clusters.a.namespaces.web.page', because: 'its objects come next week' },
  ])
})

test('an exception that is not needed any more is told at its line', () => {
  here.write(fleetFile, fleet("[{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'page' } }]"))
  expect(here.render()).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `generators/fleet.ts:17:5  exceptions.0
  something-to-apply finds nothing at clusters.a.namespaces.web.page, so there is nothing to switch off
  fix: remove the exception
  rule: exception-used

1 problem; nothing was written.`,
  })
})
