import { federationRules } from '../../../generators/catalogue/federation-alerts/federation-rules.ts'
import { edgeRules } from '../../../generators/catalogue/prometheus/edges.ts'
import { toYaml } from '../../../generators/output/yaml/emit.ts'
import { labProgram, saidOf } from '../../support/lab-program.ts'

export const promtool = labProgram('promtool')

export const repository = { url: 'https://github.com/example/platform', branch: 'main' }

/** Samples every half a minute, or as often as is said, in promtool's notation: `1x9` is 1 ten times, `_x9` nine times nothing. */
export type Samples = Readonly<Record<string, string>>

/** What the real promtool finds wrong with our rules and what is expected of them. Nothing: all is as said. */
export const wrongWith = (samples: Samples, expected: object, every = '30s'): string => {
  const groups = Object.entries({ ...federationRules({ repository }), 'fleet.edges': edgeRules(['edge-9']) })
  return saidOf(
    promtool!,
    {
      'rules.yaml': toYaml({ groups: groups.map(([name, rules]) => ({ name, rules })) }),
      'test.yaml': toYaml({
        rule_files: ['rules.yaml'],
        evaluation_interval: every,
        tests: [
          {
            interval: every,
            input_series: Object.entries(samples).map(([series, values]) => ({ series, values })),
            ...expected,
          },
        ],
      }),
    },
    (file) => ['test', 'rules', file('test.yaml')],
  )
}

/** How often an alert fires at a minute, for whomever but the edge that never was. */
export const fires = (alert: string, minute: number, times: number) => ({
  expr: `count(ALERTS{alertname="${alert}", alertstate="firing", cluster_id!="edge-9"})`,
  eval_time: `${minute}m`,
  exp_samples: times === 0 ? [] : [{ labels: '{}', value: times }],
})
