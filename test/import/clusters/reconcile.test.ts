import { expect, test } from 'vitest'
import { entriesOf } from '../../../generators/import/clusters/entries.ts'
import { delivered } from '../../../generators/import/clusters/reconcile.ts'
import type { Note } from '../../../generators/import/note.ts'
import { readFolder } from '../../../generators/import/reading/documents.ts'
import { folder } from '../folder.ts'
import { fluxKustomization, gotkSync, kustomization } from '../objects.ts'

/** What the only cluster of a repository gets, and what is told. */
const reconciled = (files: Readonly<Record<string, string>>) => {
  const read = readFolder(folder({ 'clusters/lab/flux-system/gotk-sync.yaml': gotkSync('./clusters/lab'), ...files }))
  const notes: Note[] = []
  const all = entriesOf(read).flatMap((entry) => delivered(entry, read, notes))
  const objects = all.filter(({ object }) => object.kind !== 'GitRepository')
  return {
    objects: objects.map(({ object }) => object),
    owners: objects.map(({ owner }) => owner.key),
    notes: notes.map(({ what, why }) => `${what} ${why}`),
  }
}

const configMap = (name: string, data: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: ${data}`

test('Kustomizations are followed, into their target namespace, with their patches and components', () => {
  const { objects, owners } = reconciled({
    'clusters/lab/apps.yaml': fluxKustomization('apps', './apps'),
    'apps/web/ks.yaml': fluxKustomization(
      'web',
      './apps/web/app',
      '  targetNamespace: web\n  components: [../../../components/more]\n  patches: [{ target: { name: a }, patch: "[{ op: add, path: /data/b, value: B }]" }]\n',
    ),
    'apps/web/app/kustomization.yaml': kustomization('resources: [a.yaml]'),
    'apps/web/app/a.yaml': configMap('a', '{ a: A }'),
    'apps/kustomization.yaml': kustomization('resources: [web/ks.yaml]'),
    'components/more/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [c.yaml]',
    'components/more/c.yaml': configMap('c', '{}'),
  })
  expect(objects).toMatchObject([
    { metadata: { name: 'a', namespace: 'web' }, data: { a: 'A', b: 'B' } },
    { metadata: { name: 'c', namespace: 'web' } },
  ])
  expect(owners).toEqual(['flux-system/web', 'flux-system/web'])
})

test('variables are filled in from the Kustomization and from ConfigMaps; a Secret is not read', () => {
  const { objects, notes } = reconciled({
    'clusters/lab/settings.yaml': configMap('settings', '{ DOMAIN: example.com, COUNT: "3" }'),
    'clusters/lab/apps.yaml': fluxKustomization(
      'apps',
      './apps',
      [
        '  postBuild:',
        '    substitute: { APP: web }',
        '    substituteFrom: [{ kind: ConfigMap, name: settings }, { kind: Secret, name: cluster-secrets }]',
      ].join('\n'),
    ),
    'apps/a.yaml': `apiVersion: example.com/v1\nkind: App\nmetadata: { name: "\${APP}" }\nspec:\n  host: \${APP}.\${DOMAIN}\n  count: \${COUNT}\n  size: \${SIZE:=1Gi}\n  email: \${EMAIL}\n  literal: $\${HOME}`,
    'apps/b.yaml':
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a script's own variable
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: script, annotations: { kustomize.toolkit.fluxcd.io/substitute: disabled } }\ndata: { run: "echo ${APP}" }',
  })
  expect(objects.filter(({ metadata }) => metadata.name !== 'settings')).toMatchObject([
    {
      metadata: { name: 'web' },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable that stays
      spec: { host: 'web.example.com', count: 3, size: '1Gi', email: '${EMAIL}', literal: '${HOME}' },
    },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a script's own variable
    { data: { run: 'echo ${APP}' } },
  ])
  expect(notes).toEqual([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the same
    'App ${APP} says ${EMAIL}, which may be set in Secret cluster-secrets, and is not known here',
  ])
})

test('what is in another repository or another cluster is told', () => {
  const { objects, notes } = reconciled({
    'clusters/lab/other.yaml': fluxKustomization('other', './apps', '', 'other'),
    'clusters/lab/source.yaml':
      'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: { name: other, namespace: flux-system }\nspec: { url: "https://github.com/example/other" }',
    'clusters/lab/remote.yaml': fluxKustomization(
      'remote',
      './apps',
      '  kubeConfig: { secretRef: { name: remote } }\n',
    ),
    'clusters/lab/gone.yaml': fluxKustomization('gone', './nowhere'),
    'apps/a.yaml': configMap('a', '{}'),
  })
  expect(objects).toEqual([])
  expect(notes).toEqual([
    'Kustomization flux-system/gone builds ./nowhere of GitRepository flux-system, which is not in this folder',
    'Kustomization flux-system/other builds ./apps of GitRepository other, which is not in this folder',
    'Kustomization flux-system/remote is applied to another cluster, by a kubeConfig',
  ])
})

test('an artifact that is copied together out of the repository is followed to where it comes from', () => {
  const { objects } = reconciled({
    'clusters/lab/artifacts.yaml':
      'apiVersion: source.extensions.fluxcd.io/v1beta1\nkind: ArtifactGenerator\nmetadata: { name: all, namespace: flux-system }\nspec: { artifacts: [{ name: apps, copy: [{ from: "@repo/apps/base/**", to: "@artifact/base/" }, { from: "@repo/apps/lab/**", to: "@artifact/lab/" }] }] }',
    'clusters/lab/apps.yaml': fluxKustomization('apps', './lab').replace(
      'kind: GitRepository\n    name: flux-system',
      'kind: ExternalArtifact\n    name: apps',
    ),
    'apps/lab/kustomization.yaml': kustomization('resources: [../base]'),
    'apps/base/a.yaml': configMap('a', '{}'),
    'apps/base/kustomization.yaml': kustomization('resources: [a.yaml]'),
  })
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'ConfigMap a',
    'ArtifactGenerator all',
  ])
})
