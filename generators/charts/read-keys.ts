import { parse } from 'yaml'
import type { KeyMap } from './keys.ts'
import { type ChartTexts, chartTexts, type ReadText } from './reading/chart-texts.ts'
import { commentedKeys } from './reading/commented-keys.ts'
import { corrections } from './reading/corrections.ts'
import { withKubernetesFields } from './reading/kubernetes-maps.ts'
import { corrected, loosened, withMissing } from './reading/merge.ts'
import { schemaKeys } from './reading/schema-keys.ts'
import { isKeyMap, keyMapAt, keyMapOf } from './reading/shape.ts'

/** Every key that a chart knows, from a folder that holds a folder for each chart. */
export const readChartKeys = (name: string, read: ReadText): KeyMap => readKeys(chartTexts(name, read))

/** Every key that a chart knows. */
export const readKeys = ({ name, values = '', schema, read, open, conditions, subcharts }: ChartTexts): KeyMap => {
  const steps: readonly ((keys: KeyMap) => KeyMap)[] = [
    (keys) => (schema === undefined ? keys : loosened(keys, schemaKeys(schema))),
    (keys) => subcharts.reduce((all, { path, chart }) => withSubchart(all, path.split('.'), readKeys(chart)), keys),
    (keys) => withMissing(keys, commentedKeys(values)),
    ...read.map((path) => (keys: KeyMap) => withMissing(keys, keyMapAt(path.split('.'), null))),
    ...conditions.map((path) => (keys: KeyMap) => withMissing(keys, keyMapAt(path.split('.'), true))),
    withKubernetesFields,
    ...open.map((path) => (keys: KeyMap) => corrected(keys, keyMapAt(path.split('.'), {}))),
    (keys) => corrected(keys, { global: {}, ...corrections[name] }),
  ]
  return steps.reduce((keys, step) => step(keys), keyMapOf(parse(values) ?? {}))
}

/** Values of the chart above are only more defaults for the chart inside. */
const withSubchart = (keys: KeyMap, [key = '', ...rest]: readonly string[], inside: KeyMap): KeyMap => {
  const above = Object.hasOwn(keys, key) ? keys[key] : undefined
  const known = isKeyMap(above) ? above : {}
  return { ...keys, [key]: rest.length === 0 ? withMissing(inside, known) : withSubchart(known, rest, inside) }
}
