import { nearest } from '../../nearest.ts'
import type { Rule } from '../rule.ts'

export const knownExporters: Rule = {
  name: 'known-exporters',
  because:
    'a component named an exporter by a slip of the pen, and every query of its series was told that nothing exports them',
  check: ({ placements, exporters }) =>
    exporters === undefined
      ? []
      : placements.flatMap(({ name, place, provides }) =>
          provides.flatMap((one) => {
            if (one.kind !== 'metrics' || one.families !== undefined || exporters.find(one.exporter) !== undefined)
              return []
            const guess = nearest(one.exporter, exporters.names)
            return [
              {
                rule: knownExporters.name,
                place,
                reason: `${name} provides the metrics of ${one.exporter}, an exporter that is not known here, and does not list its series`,
                fix: `${guess === undefined ? '' : `write exporter: '${guess}', or `}list them: families: { NAME: ['LABEL', …] }`,
              },
            ]
          }),
        ),
}
