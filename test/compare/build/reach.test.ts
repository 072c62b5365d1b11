import { expect, test } from 'vitest'
import { reach, rootedPath, rootedWordsIn } from '../../../generators/compare/build/reach.ts'
import { stateReader } from '../../../generators/compare/state-reader.ts'
import { type Files, stateWith } from '../states.ts'

const reached = (files: Files, folder: string) => [...reach(stateReader(stateWith(files)))(folder)].sort()

test('a folder may be built of all that stands in it and in the folders that it names', () => {
  const files = {
    'apps/dev/web/kustomization.yaml': '# From ../../other\nresources:\n  - ../../base/web\n',
    'apps/dev/web/values.yaml': '',
    'apps/base/web/kustomization.yml': 'resources: [service.yaml, "./more"]\n',
    'apps/base/web/service.yaml': 'see: ../../other\n',
    'apps/base/web/more/kustomization.yaml': 'configMapGenerator: [{ files: [key=../../../file.txt] }]\n',
    'apps/file.txt': '',
    'apps/other/kustomization.yaml': '',
  }
  expect(reached(files, 'apps/dev/web')).toEqual([
    'apps/base/web/kustomization.yml',
    'apps/base/web/more/kustomization.yaml',
    'apps/base/web/service.yaml',
    'apps/dev/web/kustomization.yaml',
    'apps/dev/web/values.yaml',
    'apps/file.txt',
  ])
})

test('one without a kustomization may be built of all below', () => {
  const files = { 'apps/web/a.yaml': '', 'apps/web/deeper/b.yaml': '', 'apps/other/c.yaml': '' }
  expect(reached(files, 'apps/web')).toEqual(['apps/web/a.yaml', 'apps/web/deeper/b.yaml'])
})

test('folders that name each other end', () => {
  const files = {
    'apps/a/kustomization.yaml': 'resources: [../b]\n',
    'apps/b/kustomization.yaml': 'resources: [../a]\n',
  }
  expect(reached(files, 'apps/a')).toEqual(['apps/a/kustomization.yaml', 'apps/b/kustomization.yaml'])
})

test('a folder that is not there holds nothing', () => {
  expect(reached({}, 'apps/nowhere')).toEqual([])
})

test.each([
  ['path: ./apps/base/loki', 'apps/base/loki'],
  ['path: "/apps/base/loki/"', 'apps/base/loki'],
  ['valueFiles: [$values/apps/base/loki/values.yaml]', 'apps/base/loki/values.yaml'],
])('%s names %s from the root', (yaml, path) => {
  expect(rootedWordsIn(yaml).map(rootedPath)).toContain(path)
})
