import { describe, expect, test } from 'vitest'
import { locate, locator } from '../../generators/review/locate.ts'
import { marked } from './marked.ts'

/** Where the place is written is marked with `▸` in the source. */
const expectFound = (place: string | readonly string[], text: string) => {
  const { source, position } = marked(text)
  expect(locate(source, typeof place === 'string' ? place.split('.') : place)).toEqual(position)
}

describe('settings', () => {
  test('a member of an object stands at its key', () => {
    expectFound(
      'repository.branch',
      `import { defineFleet } from './fleet/fleet.ts'

export default defineFleet({
  repository: { url: 'https://github.com/example/platform', ▸branch: 'main' },
})`,
    )
  })

  test('a setting of a cluster stands in the first argument of the call that makes it', () => {
    expectFound(
      'clusters.homelab.distribution',
      `export default defineFleet({
  clusters: {
    platform: flux({ environment: 'cloud', distribution: 'talos' }),
    homelab: flux({ environment: 'dev', ▸distribution: 'k3z' }),
  },
})`,
    )
  })

  test('a secret stands under its quoted name in the settings of its namespace', () => {
    expectFound(
      'clusters.homelab.namespaces.monitoring.secrets.grafana-admin',
      `export default defineFleet({
  clusters: {
    homelab: flux({
      namespaces: {
        monitoring: namespace({ secrets: { ▸'grafana-admin': existing() } }, [kubePrometheusStack()]),
      },
    }),
  },
})`,
    )
  })

  test('a name with dots is one step of a place', () => {
    expectFound(
      ['clusters', 'a', 'namespaces', 'm', 'secrets', 'admin', 'keys', 'tls.crt'],
      "export default defineFleet({ clusters: { a: flux({ namespaces: { m: namespace({ secrets: { admin: sops({ keys: { ▸'tls.crt': 'x' } }) } }, []) } }) } })",
    )
  })

  test('an element of a plain list stands by its index', () => {
    expectFound(
      'clusters.a.storageClasses.1',
      "export default defineFleet({ clusters: { a: flux({ storageClasses: ['local-path', ▸'Slow Disk'] }) } })",
    )
  })

  test('of two members with one key, the last counts', () => {
    expectFound('clusters.a', 'export default defineFleet({ clusters: { a: flux({}), ▸a: flux({}) } })')
  })

  test('the key may be a number, a template or a constant', () => {
    expectFound('clusters.7.network', "export default defineFleet({ clusters: { 7: flux({ ▸network: 'x' }) } })")
    expectFound(
      'clusters.edge-7',
      `const id = 7\nexport default defineFleet({ clusters: { [▸\`edge-\${id}\`]: flux({}) } })`,
    )
    expectFound('clusters.edge', "const name = 'edge'\nexport default defineFleet({ clusters: { [▸name]: flux({}) } })")
  })
})

describe('components', () => {
  test('a component stands by the name of its function in kebab-case', () => {
    expectFound(
      'environments.dev.kube-prometheus-stack.retention',
      `export default defineFleet({
  environments: {
    dev: environment({ storageClass: 'local-path' }, [
      prometheusOperatorCrds(),
      kubePrometheusStack({ size: '10Gi', ▸retention: '10 days' }),
    ]),
  },
})`,
    )
  })

  test('a component of the base layer stands in a list without a call around it', () => {
    expectFound('base.loki.size', "export default defineFleet({ base: [minio(), loki({ ▸size: '10 gigs' })] })")
  })

  test('a component itself is its element of the list', () => {
    expectFound(
      'clusters.homelab.namespaces.monitoring.loki',
      `export default defineFleet({
  clusters: { homelab: flux({ namespaces: { monitoring: namespace({}, [
    promtail(),
    ▸loki({ size: '50Gi' }),
  ]) } }) },
})`,
    )
  })

  test('a component may be written without a call, or as a member of its module', () => {
    expectFound('base.flux-alerts', 'export default defineFleet({ base: [loki, ▸fluxAlerts] })')
    expectFound('base.loki.size', "export default defineFleet({ base: [catalogue.loki({ ▸size: '1' })] })")
  })

  test('a component with a name of its own stands by that name, not by its function', () => {
    const fleet = (first: string, second: string) => `export default defineFleet({ base: [
      loki({ name: 'loki-audit', ${first}size: '1' }),
      loki({ ${second}size: '2' }),
    ] })`
    expectFound('base.loki-audit.size', fleet('▸', ''))
    expectFound('base.loki.size', fleet('', '▸'))
  })

  test('of two components with one name, the second is meant', () => {
    expectFound('base.loki', 'export default defineFleet({ base: [loki(), minio(), ▸loki()] })')
  })

  test('of two components with one name, the one that has the option is meant', () => {
    expectFound('base.loki.size', "export default defineFleet({ base: [loki({ ▸size: '1' }), loki()] })")
  })

  test('options of a release and its values are followed to any depth', () => {
    expectFound(
      'clusters.homelab.namespaces.monitoring.kube-prometheus-stack.values.grafana.replicas',
      `export default defineFleet({
  clusters: { homelab: flux({ namespaces: { monitoring: namespace({}, [
    kubePrometheusStack({
      values: {
        prometheus: { replicas: 1 },
        grafana: {
          ▸replicas: 'two',
        },
      },
    }),
  ]) } }) },
})`,
    )
  })

  test('an option given as a call is followed into its arguments', () => {
    expectFound(
      'base.loki.objectStore.bucket',
      "export default defineFleet({ base: [loki({ objectStore: s3({ ▸bucket: '_' }) })] })",
    )
  })
})

describe('names of the same file', () => {
  test('a constant is followed to where it is defined', () => {
    expectFound(
      'clusters.homelab.namespaces.monitoring.podinfo.values.ui.color',
      `const podinfo = helmRelease({
  name: 'podinfo',
  values: { ui: { ▸color: 7 } },
})

export default defineFleet({
  clusters: { homelab: flux({ namespaces: { monitoring: namespace({}, [loki(), podinfo]) } }) },
})`,
    )
  })

  test('a call of a constant is searched first, then what the constant was made with', () => {
    const fleet = (
      inDefinition: string,
      inCall: string,
    ) => `const web = helmRelease({ name: 'podinfo', ${inDefinition}version: '6' })
export default defineFleet({ base: [web({ ${inCall}replicas: 0 })] })`
    expectFound('base.podinfo.replicas', fleet('', '▸'))
    expectFound('base.podinfo.version', fleet('▸', ''))
  })

  test('a function is followed into its result', () => {
    expectFound(
      'clusters.edge-1.distribution',
      `const edge = (id: string) => flux({ environment: 'dev', ▸distribution: 'k4s', labels: { id } })
export default defineFleet({ clusters: { 'edge-1': edge('1') } })`,
    )
  })

  test('a function with a body is followed into what it returns, local constants included', () => {
    expectFound(
      'clusters.a.namespaces.m.loki.size',
      `export default defineFleet({ clusters: { a: edge() } })

function edge() {
  const size = '5Gi'
  const components = [loki({ ▸size })]
  return flux({ namespaces: { m: namespace({}, components) } })
}`,
    )
  })

  test('an argument is followed through the parameter that passes it on', () => {
    expectFound(
      'clusters.a.network',
      `const edge = (id: string, more: object = {}) => flux({ labels: { id }, network: 'flannel', ...more })
export default defineFleet({ clusters: { a: edge('a', { ▸network: 'cilium' }), b: edge('b') } })`,
    )
  })

  test('a parameter that is not given stands for its default', () => {
    expectFound(
      'base.loki.size',
      `const logs = (options = { ▸size: '1' }) => loki(options)
export default defineFleet({ base: [logs()] })`,
    )
  })

  test('a component named by a parameter is found by the argument', () => {
    expectFound(
      'base.web-b.version',
      `const app = (id: string, version: string) => helmRelease({ name: \`web-\${id}\`, version })
export default defineFleet({ base: [app('a', '1'), helmRelease({ name: 'web-b', ▸version: '2' })] })`,
    )
  })

  test('a function used inside its own argument is followed twice', () => {
    expectFound(
      'base.x.y.z',
      `const box = (inner: object) => ({ ...inner })
export default defineFleet({ base: box({ x: box({ y: box({ ▸z: 1 }) }) }) })`,
    )
  })

  test('spread objects and lists are followed, and what comes after them wins', () => {
    expectFound(
      'clusters.a.network',
      `const common = { ▸network: 'flannel' } as const
export default defineFleet({ clusters: { a: flux({ network: 'none', ...common }) } })`,
    )
    expectFound(
      'clusters.a.network',
      `const common = { network: 'flannel' } as const
export default defineFleet({ clusters: { a: flux({ ...common, ▸network: 'none' }) } })`,
    )
    expectFound(
      'base.loki.size',
      `const logs = [promtail(), loki({ ▸size: '1' })]
export default defineFleet({ base: [minio(), ...logs] })`,
    )
  })

  test('both branches of a condition are searched', () => {
    expectFound(
      'base.loki.size',
      "export default defineFleet({ base: process.env.LOGS ? [loki({ ▸size: '1' })] : [...(big && [minio()])] })",
    )
  })

  test('the fleet may be a constant, with what only the compiler reads around it', () => {
    expectFound(
      'clusters.a.network',
      `const clusters = ({ a: flux(({ ▸network: 'x' } as const)!) }) satisfies Clusters
const fleet = <Fleet>defineFleet({ clusters })
export default fleet as Fleet`,
    )
  })

  test('an exported constant is a constant too', () => {
    expectFound('base.loki', 'export const base = [▸loki()]\nexport default defineFleet({ base })')
  })
})

describe('nasty formatting', () => {
  test('comments and strings that look like the place are not it', () => {
    expectFound(
      'clusters.a.network',
      `// clusters: { a: flux({ network: 'x' }) }
export default defineFleet({
  /* clusters: { a: flux({ network: 'y' }) } */ note: 'clusters: { a: { network: 1 } }',
  clusters /* here */ : { // and here
    a: flux( /* { network: 0 } */ { ▸network : 'z' , } , ) ,
  },
})`,
    )
  })

  test('one step a line, trailing commas, tabs and holes do not matter', () => {
    expectFound(
      'base.loki.size',
      "export default defineFleet({\n\tbase\n\t:\n\t[\n\t,\n\tloki\n\t(\n\t{\n\t▸size\n\t:\n\t'1'\n\t,\n\t}\n\t,\n\t)\n\t,\n\t]\n\t,\n\t})",
    )
  })

  test('template strings of many lines count as the lines they have', () => {
    expectFound(
      'base.podinfo.version',
      `export default defineFleet({ base: [
  helmRelease({ note: \`first
    \${ { version: '0' }.version } \\\`
third\`, name: \`podinfo\`, ▸version: '1' }),
] })`,
    )
  })

  test('columns count UTF-16 units, as editors do', () => {
    const source = `export default defineFleet({ note: 'é ☃ 🚀', base: [] })`
    // 44 characters stand before it, one of them of two units
    expect(locate(source, ['base'])).toEqual({ line: 1, column: 46 })
  })

  test('a byte order mark is not counted, and lines end with \\r\\n or \\r as well', () => {
    expect(locate('\uFEFFexport default f({ base: [] })', ['base'])).toEqual({ line: 1, column: 20 })
    expect(locate('export default f({\r\n  a: 1,\r  base: [],\r\n})', ['base'])).toEqual({ line: 3, column: 3 })
  })

  test('a line separator inside a string is no new line to an editor', () => {
    expect(locate("export default f({ a: '\u2028', base: [] })", ['base'])).toEqual({ line: 1, column: 28 })
  })
})

describe('what cannot be found stands at the deepest point on the way', () => {
  test('the empty place is the whole fleet', () => {
    expectFound([], 'import x from "x"\n\nexport default ▸defineFleet({ clusters: {} })')
  })

  test('a missing option stands at the call that lacks it', () => {
    expectFound('base.loki.size', 'export default defineFleet({ base: [minio(), ▸loki({ retention: 1 })] })')
    expectFound('clusters.a.distribution', "export default defineFleet({ clusters: { a: ▸flux({ network: 'x' }) } })")
    expectFound(
      'base.podinfo.chart',
      "const web = ▸helmRelease({ name: 'podinfo' })\nexport default defineFleet({ base: [web] })",
    )
  })

  test('a missing member of a plain object stands at the key of the object', () => {
    expectFound(
      'base.loki.values.read.replicas',
      'export default defineFleet({ base: [loki({ values: { ▸read: {} } })] })',
    )
  })

  test('a component that is not there stands at the call that makes its namespace or environment', () => {
    expectFound(
      'environments.dev.tempo.size',
      'export default defineFleet({ environments: { dev: ▸environment({}, [loki()]) } })',
    )
  })

  test('a missing section stands at the fleet', () => {
    expectFound('clusters.a.network', 'export default ▸defineFleet({ environments: {} })')
  })

  test('what is imported stands where it is used', () => {
    expectFound(
      'clusters.homelab.network',
      "import { homelab } from './homelab.ts'\nexport default defineFleet({ clusters: { ▸homelab } })",
    )
    expectFound('base.loki.size', 'export default defineFleet({ base: [▸loki(options)] })')
  })

  test('what is computed stands where the computation is given', () => {
    expectFound(
      'clusters.edge-1.network',
      `export default defineFleet({
  ▸clusters: { ...Object.fromEntries(ids.map((id) => [id, flux({ network: 'x' })])) },
})`,
    )
    expectFound('base.7', 'export default defineFleet({ ▸base: [...more, 1, 2, 3, 4, 5, 6, 7, 8] })')
  })

  test('an object method is not followed', () => {
    expectFound('clusters.a', 'export default ▸defineFleet({ clusters() { return { a: 1 } } })')
  })

  test('definitions that lead to themselves end the search', () => {
    expectFound('base.a', 'const base = { ...base }\nexport default defineFleet({ ▸base })')
    expectFound('base.a', 'const base = other, other = base\nexport default defineFleet({ ▸base })')
    expectFound('base.a', 'const f = (n) => n ? { ...f(n - 1) } : f(n)\nexport default defineFleet({ ▸base: f(3) })')
    expectFound('base.a', 'const f = () => g(), g = () => ▸f()\nexport default defineFleet({ base: f() })')
  })

  test('a name of Object.prototype is not found by accident', () => {
    expectFound('constructor.toString', 'export default ▸defineFleet({ base: [] })')
  })
})

describe('a source without a readable fleet answers its first character', () => {
  test.each([
    ['a syntax error', 'export default defineFleet({ base: [ })'],
    ['an empty file', ''],
    ['no default export', 'export const fleet = defineFleet({ base: [] })'],
    ['a default export that is a declaration', 'export default function base() {}'],
  ])('%s', (_, source) => {
    expect(locate(source, ['base'])).toEqual({ line: 1, column: 1 })
  })
})

test('a locator answers for many places of one source', () => {
  const find = locator('export default defineFleet({\n  base: [],\n  clusters: {},\n})')
  expect([find(['base']), find(['clusters']), find([])]).toEqual([
    { line: 2, column: 3 },
    { line: 3, column: 3 },
    { line: 1, column: 16 },
  ])
})
