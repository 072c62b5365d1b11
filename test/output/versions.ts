import type { File } from '../../generators/file.ts'
import { yamlHeader } from '../../generators/output/header.ts'

export type Version = 'old' | 'new' | 'few'
export const isVersion = (word: string): word is Version => ['old', 'new', 'few'].includes(word)

/**
 * Two versions of a tree of some 1500 files: most are in both with another content, some in both with the same, some in
 * one of them only, alone or with their whole directory. A few are the first of the old ones.
 */
export function versionOf(version: Version): File[] {
  if (version === 'few') return versionOf('old').slice(0, 20)
  const files: File[] = []
  const add = (path: string, body: string): unknown =>
    files.push({ path, content: `${yamlHeader(['clusters', 'homelab'])}${body}\n` })
  for (let component = 0; component < 100; component++) {
    const folder = `apps/base/monitoring/component-${component}`
    for (let file = 0; file < 12; file++)
      add(`${folder}/file-${file}.yaml`, `${version}: ${'x'.repeat(1 + file * 200)}`)
    add(`${folder}/same.yaml`, 'same: 1')
    add(`${folder}/only-${version}.yaml`, 'only: 1')
    if (component % 4 === 0) add(`infrastructure/base/${version}-${component}/values.yaml`, 'only: 1')
  }
  return files
}
