import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { proofTools } from '../../../generators/command/verify-tools.ts'
import { argo } from '../../../generators/fleet/cluster.ts'
import { environment as environmentOf } from '../../../generators/fleet/environment.ts'
import { findProgram } from '../../../generators/output/program.ts'
import { fleet, store } from '../../support/fleets.ts'
import { environment, schemas, verified } from '../verified.ts'
import { index, pack, storeTemplate, temporary } from './chart.ts'

const helm = (await findProgram({ name: 'helm', variable: 'HELM' }, environment)) ?? ''
/** Tests that need a helm, or say how to get one. */
const withHelm = (what: string, tests: () => void) =>
  describe.skipIf(helm === '')(
    `${what} (skipped without helm: set HELM, put one on the PATH, or build it with the lab)`,
    tests,
  )

interface Around {
  readonly by?: typeof argo
  readonly charts?: string
  readonly fetching?: boolean
  /** Beside the store's own options. */
  readonly values?: Readonly<Record<string, unknown>>
}

/** The store in a cluster, its environment and its cluster adding to its values; verified with these charts. */
const stored = async ({ by, charts = '', fetching = false, values = {} }: Around) => {
  const tools = proofTools(schemas, '', fetching, { ...environment, CHARTS: charts })
  const released: string[] = []
  const { problems, proofs } = await verified(
    fleet(
      { a: { components: [store({ size: '3Gi', values })], ...(by && { by }) } },
      { dev: environmentOf({ storageClass: 'local-path' }, [store({ retention: '48h' })]) },
    ),
    {},
    {
      ask: async () => undefined,
      renderRelease: async (release) => {
        const ran = await tools.renderRelease(release)
        if ('output' in ran) released.push(ran.output)
        return ran
      },
    },
  ).finally(tools.close)
  return {
    told: problems.map(({ rule, reason }) => `${rule}: ${reason}`),
    helm: proofs.filter(({ by }) => by === 'helm'),
    released,
  }
}

/** A folder with the store's chart. */
const archives = (template = storeTemplate()): string => {
  const folder = temporary()
  pack(helm, folder, 'store', '1.2.3', template)
  return folder
}

const from = 'HelmRelease monitoring/store from apps/clusters/a/monitoring/store'

withHelm('a release', () => {
  test.each([
    ['Flux', undefined],
    ['Argo CD', argo],
  ])('is rendered as %s would, from the values of every layer and for the APIs that there are', async (_, by) => {
    const { told, helm, released } = await stored({ charts: archives(), ...(by && { by }) })
    expect({ told, helm }).toEqual({ told: [], helm: [{ by: 'helm', checked: { release: 1 } }] })
    expect(released[0]).toContain(`  name: store
  namespace: monitoring
data:
  retention: "48h"
  size: "3Gi"
`)
    expect(released[0]).toContain('kind: PrometheusRule')
  })

  test('is checked by what comes out of it, as if that were written by hand', async () => {
    expect((await stored({ charts: archives(storeTemplate('date')) })).told).toEqual([
      `valid-object: ConfigMap monitoring/store from ${from}: date is not a field that exists`,
    ])
  })

  test('whose values the chart does not take is told in its own words', async () => {
    const { told } = await stored({ charts: archives(), values: { persistence: null } })
    expect(told).toEqual([
      expect.stringMatching(`^helm-renders: helm refuses ${from}, chart store 1\\.2\\.3: .*nil pointer`),
    ])
  })

  test('whose chart is not at hand names it, and nothing is fetched', async () => {
    expect(await stored({ charts: temporary() })).toEqual({
      told: [],
      released: [],
      helm: [
        {
          by: 'helm',
          checked: {},
          notChecked: {
            what: { release: 1 },
            because: 'no store-1.2.3.tgz at hand',
            fix: 'set CHARTS to the folder of such archives, or let --pull fetch them',
          },
        },
      ],
    })
  })
})

withHelm('definitions that a chart brings', () => {
  const definition = (field: string) => `
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: podmonitors.monitoring.coreos.com }
spec:
  group: monitoring.coreos.com
  names: { kind: PodMonitor, plural: podmonitors }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            apiVersion: { type: string }
            kind: { type: string }
            metadata: { type: object }
            spec: { type: object, properties: { ${field}: { type: string } } }
---
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: newer }
spec: { brandNew: 'yes' }
`

  test('count more than those that we know', async () => {
    expect((await stored({ charts: archives(storeTemplate() + definition('brandNew')) })).told).toEqual([])
    expect((await stored({ charts: archives(storeTemplate() + definition('brandOld')) })).told).toEqual([
      `valid-object: PodMonitor newer from ${from}: spec.brandNew is not a field that exists`,
    ])
  })
})

withHelm('with --pull', () => {
  /** A repository of charts on this machine, and what it was asked for. */
  const served = async (folder: string) => {
    const asked: string[] = []
    const server = createServer(({ url = '' }, response) => {
      asked.push(url)
      const isThere = readdirSync(folder).includes(url.slice(1))
      response.writeHead(isThere ? 200 : 404)
      response.end(isThere ? readFileSync(join(folder, url)) : '')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { readonly port: number }
    return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() }
  }
  const release = (url: string) => ({
    chart: { name: 'store', version: '1.2.3', url },
    ...{ name: 'store', namespace: 'monitoring', values: ['retention: 2h\n'], about: 'it', place: [] },
  })

  test('a chart is fetched from where it is published, once, and kept where the others are', async () => {
    const published = archives()
    index(helm, published)
    const { url, asked, close } = await served(published)
    const charts = temporary()
    const home = temporary()
    const tools = proofTools(schemas, '', true, { ...environment, CHARTS: charts, HELM_CACHE_HOME: home })
    try {
      const ran = await Promise.all([tools.renderRelease(release(url)), tools.renderRelease(release(url))])
      expect(ran).toEqual(Array(2).fill({ output: expect.stringContaining('retention: "2h"') }))
      expect(asked).toEqual(['/index.yaml', '/store-1.2.3.tgz'])
      expect(readdirSync(charts)).toEqual(['store-1.2.3.tgz'])
    } finally {
      close()
      await tools.close()
    }
  })

  test('a chart that cannot be fetched is a problem in helm’s own words', async () => {
    const { url, close } = await served(temporary())
    const tools = proofTools(schemas, '', true, { ...environment, CHARTS: '' })
    try {
      expect(await tools.renderRelease(release(url))).toEqual({ refusal: expect.stringContaining('404') })
    } finally {
      close()
      await tools.close()
    }
  })
})
