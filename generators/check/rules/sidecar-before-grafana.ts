import { isRecord } from '../../fleet/checks/check.ts'
import { at } from '../../plan/values.ts'
import type { Problem } from '../../problem.ts'
import { type GrafanaValues, grafanaOf, hasDatasourceSidecar } from '../grafana.ts'
import type { Rule } from '../rule.ts'

export const sidecarBeforeGrafana: Rule = {
  name: 'sidecar-before-grafana',
  because:
    'Grafana read its datasources before the sidecar had written them, and crashed or knew none until it restarted',
  check: ({ placements }) =>
    placements.flatMap((placement) => {
      const grafana = grafanaOf(placement)
      return grafana === undefined || !hasDatasourceSidecar(grafana) ? [] : openRace(grafana, placement.name)
    }),
}

/** It takes all three. */
const settings: readonly (readonly [name: string, holds: (value: unknown) => boolean, written: string])[] = [
  ['initDatasources', (value) => value === true, 'true'],
  ['restartPolicy', (value) => value === 'Always', "'Always'"],
  ['startupProbe', isRecord, "{ httpGet: { path: '/healthz', port: 8082 } }"],
]

const openRace = ({ values, path, place }: GrafanaValues, name: string): readonly Problem[] =>
  settings
    .filter(([setting, holds]) => !holds(at(values, `sidecar.datasources.${setting}`)))
    .map(([setting, , written]) => {
      const there = ['sidecar', 'datasources', setting]
      return {
        rule: sidecarBeforeGrafana.name,
        place: place(there),
        reason: `Grafana of ${name} may start before its sidecar has brought the datasources`,
        fix: `add to its values: ${[...path, ...there].join('.')}: ${written}`,
      }
    })
