import { expect, test } from 'vitest'
import { clustersByEnvironment } from '../../generators/compare/clusters-by-environment.ts'
import { stateReader } from '../../generators/compare/state-reader.ts'

test('clusters are found by the environment that their README names', () => {
  const texts: Readonly<Record<string, string>> = {
    'clusters/eu-1/README.md': '# eu-1\n\nEnvironment `prod`, managed by Flux.\n',
    'clusters/eu-2/README.md': '# eu-2\n\nEnvironment `prod`, managed by Flux.\n',
    'clusters/home/README.md': '# home\n\nEnvironment `dev`, managed by Flux.\n',
    'clusters/of-others/notes.txt': 'nothing that is ours',
  }
  const files = new Map(Object.keys(texts).map((path) => [path, path]))
  expect(clustersByEnvironment(stateReader({ files, read: (path) => texts[path] ?? '' }))).toEqual(
    new Map([
      ['prod', ['eu-1', 'eu-2']],
      ['dev', ['home']],
    ]),
  )
})
