import { expect, test } from 'vitest'
import { markdownHeader } from '../../generators/output/header.ts'
import { isOursOnDisk, listedFiles } from '../../generators/output/ownership.ts'
import { emptyRoot, ours, put } from './sandbox.ts'

test('the files of every generator are listed, by the name they have on disk', () => {
  const kustomization = `
resources:
  - not-this.json
configMapGenerator:
  - name: one
    files:
      - a.json
      # a remark
      - renamed.json=b.json
      - "c d.json"
    options:
      disableNameSuffixHash: true
  - files:
    - e.json
    name: two
secretGenerator:
  - name: three
    files: []
    literals:
      - neither=this.json
`
  expect([...listedFiles(kustomization)]).toEqual(['a.json', 'b.json', 'c d.json', 'e.json'])
})

test.each([
  ['YAML with our header', 'x.yaml', ours('a: 1'), true],
  ['YAML without', 'x.yaml', 'a: 1\n', false],
  ['Markdown with our header', 'README.md', `${markdownHeader(['clusters', 'homelab'])}# homelab\n`, true],
  ['our header further down', 'x.yaml', `a: 1\n${ours('a: 1')}`, false],
  ['an empty file', 'x.yaml', '', false],
  ['JSON that our kustomization lists', 'listed.json', '{}', true],
  ['JSON that it does not list', 'other.json', '{}', false],
])('%s: ours?', (_, name, content, isOurs) => {
  const root = emptyRoot()
  put(root, 'apps/base/x/kustomization.yaml', ours('configMapGenerator:\n  - files:\n      - listed.json'))
  put(root, `apps/base/x/${name}`, content)
  expect(isOursOnDisk(root, `apps/base/x/${name}`)).toBe(isOurs)
})

test("JSON that a person's kustomization lists is the person's", () => {
  const root = emptyRoot()
  put(root, 'apps/base/x/kustomization.yaml', 'configMapGenerator:\n  - files:\n      - a.json\n')
  put(root, 'apps/base/x/a.json', '{}')
  expect(isOursOnDisk(root, 'apps/base/x/a.json')).toBe(false)
})
