import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { execaSync } from 'execa'
import { afterAll, describe, expect, test } from 'vitest'
import { draft, releasesIn, renderedFolder } from './drafts.ts'
import { folder } from './folder.ts'
import { chart, helmRelease, helmRepository } from './objects.ts'
import { home, loose, overlays } from './styles.ts'

const root = join(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'fleetwright-import-'))
const from = relative(scratch, join(root, 'generators/fleetwright.ts'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Writes a draft down as a person would, and loads it with the real program. */
const loaded = async (name: string, text: string | undefined): Promise<unknown> => {
  const path = join(scratch, `${name}.ts`)
  writeFileSync(path, text ?? '')
  return ((await import(path)) as { readonly default: unknown }).default
}

describe.each(Object.entries({ overlays, home, loose }))('a repository in the style of %s', (name, source) => {
  test('is drafted as a fleet that renders releases with the same charts, versions and values', async () => {
    const fleet = await loaded(name, draft(source, { from, plain: true }).text)
    expect(releasesIn(renderedFolder(fleet))).toEqual(releasesIn(source))
  })

  test('loses no value where the catalogue takes a release over', async () => {
    const fleet = await loaded(`${name}-catalogue`, draft(source, { from }).text)
    expect(releasesIn(renderedFolder(fleet))).toMatchObject(
      Object.fromEntries(Object.entries(releasesIn(source)).map(([key, { values }]) => [key, { values }])),
    )
  })
})

test('drafts compile', () => {
  writeFileSync(join(scratch, 'package.json'), '{ "type": "module" }')
  for (const [name, source] of Object.entries({ overlays, home, loose })) {
    for (const plain of [true, false])
      writeFileSync(join(scratch, `${name}-${plain}.ts`), draft(source, { from, plain }).text ?? '')
  }
  const options = { typeRoots: [join(root, 'node_modules/@types')] }
  writeFileSync(
    join(scratch, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions: options, include: ['*.ts'] }),
  )
  const { stdout, exitCode } = execaSync('tsc', ['--project', scratch], { cwd: root, preferLocal: true, reject: false })
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 })
})

test('what clusters share is said once, and what differs where it differs', () => {
  const { text = '' } = draft(overlays)
  expect(text).toContain(`const podinfo = helmRelease({
  name: 'podinfo',
  chart: { url: 'https://stefanprodan.github.io/podinfo', version: '6.9.2' },
  values: { redis: { enabled: true }, ingress: { enabled: true, className: 'nginx' } },
})`)
  expect(text).toContain(`    staging: environment({}, [
      podinfo({
        version: '6.0.0',
        values: {
          replicaCount: 1,
          ingress: { hosts: [{ host: 'podinfo.staging.example.com', paths: [{ path: '/' }] }] },
        },
      }),
    ]),`)
  expect(text.match(/ingressNginx = helmRelease/g)).toHaveLength(1)
})

test('a folder for each application becomes a namespace with its components in order', () => {
  const { text = '', notes } = draft(home)
  expect(text).toContain(
    "chart: { name: 'app-template', url: 'oci://ghcr.io/bjw-s-labs/helm/app-template', version: '5.1.0' }",
  )
  expect(text).toContain("persistence: { config: { existingClaim: 'radio' } }")
  expect(text).toContain(`  clusters: {
    'home-ops': flux({
      environment: 'main',
      // TODO its network: calico, cilium, flannel or kindnet
      distribution: 'talos',
      network: 'flannel',
      storageClass: 'ceph-block',
      crds: ['external-secrets.io'],
      namespaces: {
        media: namespace({}, [
          radio({ after: ['database'] }),
          database(),
          radioObjects({ after: ['database'] }),
          alerts(),
        ]),
      },
    }),
  },`)
  expect(notes.map(({ what, why }) => `${what} ${why}`)).toEqual([
    "FluxInstance flux-system/flux stands in flux-system, where nothing but Flux's own has its place",
  ])
})

test('Secrets are declared and never written down', () => {
  const { text = '', notes } = draft(loose)
  expect(text).toContain('web: namespace({ secrets: { login: existing(), tls: existing() } }, [web()])')
  expect(`${text}${JSON.stringify(notes)}`).not.toMatch(/hunter2|AES256/)
  expect(notes.map(({ what, why }) => `${what} ${why}`)).toEqual(
    expect.arrayContaining([
      'Secret web/login is written in plain text, and is in the history of the repository',
      'Secret web/tls is encrypted with SOPS, and its file stays where it is',
    ]),
  )
})

test('a release of the catalogue becomes its component, with options for what they say exactly', () => {
  const { text = '' } = draft(loose)
  expect(text).toContain("tempo({ retention: '72h', size: '50Gi'")
  expect(draft(loose, { plain: true }).text).toContain('const tempoRelease = helmRelease({')
})

test('a chart of another version or place than the catalogue has stays a release, and that is told', () => {
  const { text, notes } = draft(
    folder({
      'a.yaml': [
        helmRepository('loki', 'https://charts.example.com'),
        helmRelease('loki', chart('loki', '18.11.0', 'loki')),
      ].join('\n---\n'),
      'b.yaml': [
        helmRepository('promtail', 'https://grafana.github.io/helm-charts'),
        helmRelease('promtail', chart('promtail', '5.0.0', 'promtail')),
      ].join('\n---\n'),
    }),
  )
  expect(text).toContain("url: 'https://charts.example.com'")
  expect(notes.map(({ why }) => why)).toEqual([
    'comes from https://charts.example.com, and not from oci://ghcr.io/grafana-community/helm-charts/loki, so that it is no loki() of the catalogue',
    'is of version 5.0.0, whose values may be others than those of 6.17.1, so that it is no promtail() of the catalogue',
  ])
})

test('what our rules refuse is switched off there, with the reason', () => {
  const { text = '', notes } = draft(
    folder({
      'web.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: web }\nspec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: nginx }] } } }',
    }),
  )
  expect(text).toContain("except('pinned-images', {")
  expect(notes).toMatchObject([
    { kind: 'decide', why: expect.stringMatching(/^does not keep the rule pinned-images: /) },
  ])
})

test('an object that no API server would take is left out, and told with its line', () => {
  const { notes, text = '' } = draft(
    folder({
      'web.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: good, namespace: web }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: bad, namespace: web }\ndatas: {}',
    }),
  )
  expect(text).toContain("name: 'good'")
  expect(text).not.toContain("'bad'")
  expect(notes).toMatchObject([{ kind: 'skipped', origin: { file: 'web.yaml', line: 5 }, what: 'ConfigMap web/bad' }])
})

test('definitions stand apart from what is defined by them', () => {
  const definition =
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: apps.example.com }\nspec: { group: example.com, scope: Namespaced, names: { kind: App, plural: apps, singular: app, listKind: AppList }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }] }'
  const { text = '' } = draft(
    folder({
      'web/all.yaml': `${definition}\n---\napiVersion: example.com/v1\nkind: App\nmetadata: { name: one, namespace: web }`,
    }),
  )
  expect(text).toContain("provides: () => [{ kind: 'crd', group: 'example.com' }]")
  expect(text).toContain("requires: () => [{ kind: 'crd', group: 'example.com' }]")
  expect(text).toContain('[webCrds(), web()]')
})

test('a release that no cluster reads is told, and a patch is none', () => {
  const files = Object.fromEntries(overlays.paths.map((path) => [path, overlays.text(path)]))
  const { notes } = draft(folder({ ...files, 'disabled/old.yaml': helmRelease('old', chart('old', '1.0.0', 'old')) }))
  expect(notes.filter(({ kind }) => kind === 'skipped')).toMatchObject([
    {
      what: 'HelmRelease old',
      why: 'is in no folder that Flux reads for a cluster',
      origin: { file: 'disabled/old.yaml', line: 2 },
    },
  ])
})

test('a folder without anything of Kubernetes is drafted as nothing', () => {
  expect(draft(folder({ 'docker-compose.yaml': 'services: {}', 'README.md': '' }))).toEqual({ notes: [] })
})
