import { expect, test } from 'vitest'
import { readFolder } from '../../../generators/import/reading/documents.ts'
import { folder } from '../folder.ts'

/** What was read of a file, and what was told of it. */
const read = (text: string, path = 'apps/podinfo.yaml') => {
  const { documents, notes } = readFolder(folder({ [path]: text }))
  return {
    documents: documents.get(path),
    notes: notes.map(({ origin, why }) => `${origin?.file}:${origin?.line} ${why}`),
  }
}

test('every document of a file is read, with the line that it starts at', () => {
  expect(read('a: 1\n---\n# about b\nb: 2\n---\n---\njust text\n')).toEqual({
    documents: [
      { origin: { file: 'apps/podinfo.yaml', line: 1 }, content: { a: 1 } },
      { origin: { file: 'apps/podinfo.yaml', line: 4 }, content: { b: 2 } },
    ],
    notes: [],
  })
})

test('words and numbers are what Flux takes them for', () => {
  const [document] =
    read('flag: yes\nmode: 0755\nsince: 2024-04-01\ntime: 12:30\ncount: 1_000\nempty:\n').documents ?? []
  expect(document?.content).toEqual({
    flag: true,
    mode: 493,
    since: '2024-04-01',
    time: '12:30',
    count: '1_000',
    empty: null,
  })
})

test('anchors and merged maps are written out', () => {
  const [document] = read('base: &base { a: 1, b: 2 }\nother: { <<: *base, b: 3 }\n').documents ?? []
  expect(document?.content).toEqual({ base: { a: 1, b: 2 }, other: { a: 1, b: 3 } })
})

test('broken YAML is told with its line, and the other documents of the file are read', () => {
  expect(read('a: 1\n---\nb: [1\nc: 2\n---\nd: 4\n')).toEqual({
    documents: [
      { origin: { file: 'apps/podinfo.yaml', line: 1 }, content: { a: 1 } },
      { origin: { file: 'apps/podinfo.yaml', line: 6 }, content: { d: 4 } },
    ],
    notes: [expect.stringMatching(/^apps\/podinfo\.yaml:[345] is no YAML: /)],
  })
})

test('a template is told to be one, and a part of a chart is nothing to tell', () => {
  expect(read('{{- if .Values.a }}\na: 1\n{{- end }}\n').notes).toEqual([
    'apps/podinfo.yaml:1 is a template, and no YAML before somebody fills it in',
  ])
  const chart = folder({ 'charts/own/Chart.yaml': 'name: own', 'charts/own/templates/a.yaml': '{{ if .Values.a }}' })
  expect(readFolder(chart).notes).toEqual([])
})

test('aliases that grow without end, and keys that are code to JavaScript, are told and not read', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (const [one, other] of ['ab', 'bc', 'cd', 'de', 'ef']) bomb.push(`${other}: &${other} [${`*${one}, `.repeat(9)}]`)
  expect(read(bomb.join('\n'))).toEqual({
    documents: [],
    notes: ['apps/podinfo.yaml:1 is no YAML: its aliases lead too far'],
  })
  expect(read('__proto__: { admin: true }').documents).toEqual([])
})

test('what is written in another language, or not read at all, is told', () => {
  const source = {
    ...folder({ 'apps/a.jsonnet': '{}', 'apps/b.yaml.j2': '', '.github/c.yaml': 'a: [' }),
    unread: [
      { path: 'apps/all.yaml', because: 'large' },
      { path: 'apps/there.yaml', because: 'link' },
    ],
  } as const
  expect(readFolder(source).notes.map(({ what, why }) => `${what} ${why}`)).toEqual([
    'apps/all.yaml is larger than 1 MiB',
    'apps/there.yaml is a link, and where it leads was not looked at',
    'apps/a.jsonnet is jsonnet, which is not run',
    'apps/b.yaml.j2 is a template, and no YAML before somebody fills it in',
  ])
})
