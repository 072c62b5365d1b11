import { partOf } from './part.ts'
import { arrow } from './shown.ts'
import { ofEach } from './telling.ts'

/** Values that everybody knows, by how their paths end, and what people call them. */
const settings: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/(^|\.)(block_)?retention(_period|Period|\.time)?$/, 'retention'],
  [/(^|\.)retention(Size|\.size)$/, 'retention size'],
  [/(^|\.)requests\.storage$/, 'storage'],
  [/(persist|storage|volume|pvc)[^.]*\.size$/i, 'storage'],
  [/(^|\.)storageClass(Name)?$/, 'storage class'],
  [/(^|\.)replica(s|Count)$/, 'replicas'],
  [/(^|\.)minReplicas$/, 'replicas at least'],
  [/(^|\.)maxReplicas$/, 'replicas at most'],
  [/(^|\.)limits\.memory$/, 'memory limit'],
  [/(^|\.)limits\.cpu$/, 'cpu limit'],
  [/(^|\.)requests\.memory$/, 'memory request'],
  [/(^|\.)requests\.cpu$/, 'cpu request'],
  [/(^|\.)scrape(_i|I)nterval$/, 'scrape interval'],
]

/** `retention 10d → 15d`, `prometheus storage 10Gi → 50Gi`, `grafana memory limit 256Mi → 512Mi` */
export const settingWords = ofEach((leaf, thing) => {
  if ([leaf.before, leaf.after].some((value) => typeof value === 'object')) return undefined
  const path = leaf.path.join('.')
  const [pattern, name] = settings.find(([known]) => known.test(path)) ?? []
  if (pattern === undefined) return undefined
  const steps = path
    .match(pattern)![0]
    .split('.')
    .filter((step) => step !== '').length
  return `${partOf(leaf.path.slice(0, -steps), thing)}${name} ${arrow(leaf)}`
})
