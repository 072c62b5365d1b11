import { argoRules } from '../../../generators/catalogue/argo-alerts/rules.ts'
import { toYaml } from '../../../generators/output/yaml/emit.ts'
import { labProgram, saidOf } from '../../support/lab-program.ts'

export const promtool = labProgram('promtool')

/** A series every half a minute, in promtool's notation: `1x9` is 1 ten times, `_x9` nine times nothing. */
export const series = (name: string, labels: string, values: string) => ({
  series: `${name}{project="web",${labels}}`,
  values,
})

/** What the real promtool finds wrong with what our rules, and questions to them, make of series. Nothing: all is as said. */
export const wrongWith = (inputSeries: readonly object[], expected: object): string =>
  saidOf(
    promtool!,
    {
      'rules.yaml': toYaml({ groups: argoRules('argo-alerts', undefined).spec.groups }),
      'test.yaml': toYaml({
        rule_files: ['rules.yaml'],
        evaluation_interval: '30s',
        tests: [{ interval: '30s', input_series: inputSeries, ...expected }],
      }),
    },
    (file) => ['test', 'rules', file('test.yaml')],
  )
