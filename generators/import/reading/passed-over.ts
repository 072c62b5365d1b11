import type { Note } from '../note.ts'
import type { SourceFolder, Unread } from '../source-folder.ts'

/** Settings of tools and workflows, which no cluster reads. */
export const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'))

/** Whether a file belongs to a Helm chart, whose templates are no YAML yet. */
export const isChartPart = (path: string, { paths }: SourceFolder): boolean => {
  const [, chart] = /^(.*?)\/?templates\//.exec(path) ?? []
  return chart !== undefined && paths.includes(chart === '' ? 'Chart.yaml' : `${chart}/Chart.yaml`)
}

/** What was not read, and what no program but its own can read. */
export const unreadNotes = ({ unread, paths }: SourceFolder): readonly Note[] => [
  ...unread.filter(({ path }) => isOfInterest(path)).map(unreadNote),
  ...paths.filter((path) => !isHidden(path)).flatMap(foreign),
]

const isOfInterest = (path: string): boolean =>
  !isHidden(path) && (/\.(ya?ml|json)$/.test(path) || !/\.\w+$/.test(path))

const reasons = {
  large: ['is larger than 1 MiB', 'bring it by a chart, or keep it in a repository of its own'],
  link: ['is a link, and where it leads was not looked at', 'put the file itself there, and import again'],
  unreadable: ['cannot be read', 'allow reading it, and import again'],
} as const

const unreadNote = ({ path, because }: Unread): Note => {
  const [why, fix] = reasons[because]
  return { kind: 'skipped', origin: { file: path, line: 1 }, what: path, why, fix }
}

const foreign = (path: string): readonly Note[] => {
  const [language] = /(?:jsonnet|libsonnet|cue|ytt)$/.exec(path) ?? []
  const isTemplate = /\.ya?ml\.(?:j2|tmpl|tpl|gotmpl)$/.test(path)
  if (language === undefined && !isTemplate) return []
  return [
    {
      kind: 'skipped',
      origin: { file: path, line: 1 },
      what: path,
      why: isTemplate ? 'is a template, and no YAML before somebody fills it in' : `is ${language}, which is not run`,
      fix: 'write down what comes out of it as a component',
    },
  ]
}
