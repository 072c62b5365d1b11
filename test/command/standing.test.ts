import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Checkout, checkout, fleetFile } from './checkout.ts'

let here: Checkout
beforeAll(() => {
  here = checkout()
})
afterAll(() => here.remove())

const fleet = (
  storage: string,
  exceptions = '',
) => `import { defineFleet, environment, except, flux, manifests, namespace } from './fleetwright.ts'

const data = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'local-path', resources: { requests: { storage: '${storage}' } } },
}
const page = manifests({ name: 'page', objects: [data] })
const k3s = { environment: 'dev', distribution: 'k3s', network: 'flannel' } as const

export default defineFleet({
  repository: { url: 'https://github.com/example/platform', branch: 'main' },
  environments: { dev: environment({ storageClass: 'local-path' }) },
  clusters: { a: flux({ ...k3s, namespaces: { web: namespace({}, [page()]) } }) },
  exceptions: [${exceptions}],
})
`

test('a volume that is committed does not shrink, unless that is meant: then for one render', () => {
  here.write(fleetFile, fleet('10Gi'))
  here.render()
  here.write(fleetFile, fleet('5Gi'))
  expect(here.render()).toMatchObject({ exitCode: 0 }) // nobody has it yet
  here.commitAll()

  here.write(fleetFile, fleet('1Gi'))
  const { exitCode, stderr } = here.render()
  expect(exitCode).toBe(1)
  expect(stderr).toContain('PersistentVolumeClaim data is to have 1Gi, and has 5Gi: a volume never gets smaller\n')

  const because = 'the data was copied on Monday'
  const meant = `except('volumes-never-shrink', { at: 'clusters.a.namespaces.web.page', because: '${because}' })`
  here.write(fleetFile, fleet('1Gi', meant))
  expect(here.render()).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(because) })
  here.write(fleetFile, fleet('1Gi'))
  expect(here.render()).toMatchObject({ exitCode: 0, stderr: '' })
  here.commitAll()
  expect(here.render('--check')).toMatchObject({ exitCode: 0, stderr: '' })
})
