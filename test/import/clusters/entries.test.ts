import { expect, test } from 'vitest'
import { entriesOf, repositoryOf } from '../../../generators/import/clusters/entries.ts'
import { readFolder } from '../../../generators/import/reading/documents.ts'
import { folder } from '../folder.ts'
import { fluxKustomization, gotkSync, namespaceFile } from '../objects.ts'

/** The clusters that are found, each with the folder that Flux reads first. */
const clusters = (files: Readonly<Record<string, string>>, name?: string) =>
  Object.fromEntries(entriesOf(readFolder(folder(files, name))).map((one) => [one.cluster, one.folder]))

test('what flux bootstrap wrote names a cluster and its folder', () => {
  const files = {
    'clusters/production/flux-system/gotk-sync.yaml': gotkSync('./clusters/production'),
    'clusters/production/apps.yaml': fluxKustomization('apps', './apps'),
    'clusters/staging/flux-system/gotk-sync.yaml': gotkSync('./clusters/staging'),
    'apps/a.yaml': namespaceFile('a'),
  }
  expect(clusters(files)).toEqual({ production: 'clusters/production', staging: 'clusters/staging' })
  expect(repositoryOf(readFolder(folder(files)))).toEqual({
    url: 'ssh://git@github.com/example/fleet-infra',
    branch: 'main',
  })
})

test('a cluster beside one that was bootstrapped is found by its Kustomizations', () => {
  expect(
    clusters({
      'clusters/a/flux-system/gotk-sync.yaml': gotkSync('clusters/a'),
      'clusters/b/apps.yaml': fluxKustomization('apps', './apps'),
      'clusters/notes/readme.yaml': 'about: nothing',
    }),
  ).toEqual({ a: 'clusters/a', b: 'clusters/b' })
})

test('the Flux Operator says where it reads, in its object or in the values of its chart', () => {
  const instance =
    'instance: { sync: { url: "https://github.com/example/home", ref: refs/heads/main, path: kubernetes/flux/cluster } }'
  expect(
    clusters(
      {
        'kubernetes/apps/flux-system/flux-instance/app/helmrelease.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: flux-instance }\nspec: { values: { ${instance} } }`,
        'kubernetes/flux/cluster/ks.yaml': fluxKustomization('cluster-apps', './kubernetes/apps'),
      },
      'home-ops',
    ),
  ).toEqual({ 'home-ops': 'kubernetes/flux/cluster' })
})

test('without bootstrap, the folders of Kustomizations that no other one builds are clusters', () => {
  expect(
    clusters({
      'clusters/lab/apps.yaml': fluxKustomization('apps', './apps'),
      'apps/podinfo/ks.yaml': fluxKustomization('podinfo', './apps/podinfo/app'),
      'apps/podinfo/app/a.yaml': namespaceFile('a'),
    }),
  ).toEqual({ lab: 'clusters/lab' })
})

test('a folder that says nothing of clusters is one, called like the folder', () => {
  expect(clusters({ 'releases/a.yaml': namespaceFile('a') }, 'My Cluster')).toEqual({ 'my-cluster': '' })
})

test('a folder without objects has no cluster', () => {
  expect(clusters({ 'docker-compose.yaml': 'services: { web: {} }' })).toEqual({})
})
