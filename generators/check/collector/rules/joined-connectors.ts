import { at } from '../../../plan/values.ts'
import { componentsOf, type DefinedComponent } from '../collector-graph.ts'
import type { CollectorRule, Finding } from '../collector-rule.ts'
import { list, texts } from '../shape.ts'

export const joinedConnectors: CollectorRule = {
  name: 'collector-joined-connectors',
  because: 'a connector ended a pipeline and began none, and what reached it went no further',
  check: ({ graph }) =>
    componentsOf(graph, 'connector').flatMap((connector): readonly Finding[] => {
      const { id, path } = connector
      const ends = graph.pipelines.filter(({ exporters }) => exporters.includes(id))
      const begins = graph.pipelines.filter(({ receivers }) => receivers.includes(id))
      const strangers = routedTo(connector).filter((pipeline) => !begins.some((one) => one.id === pipeline))
      return [
        ...(ends.length > 0 && begins.length === 0
          ? [
              {
                at: path,
                reason: `the connector ${id} begins no pipeline`,
                fix: `add it to the receivers of a pipeline`,
              },
            ]
          : []),
        ...(begins.length > 0 && ends.length === 0
          ? [{ at: path, reason: `the connector ${id} ends no pipeline`, fix: `add it to the exporters of a pipeline` }]
          : []),
        ...(begins.length === 0 ? [] : strangers).map((pipeline) => ({
          at: path,
          reason: `the connector ${id} routes to ${pipeline}, which does not begin with it`,
          fix: `add ${id} to the receivers of the pipeline ${pipeline}`,
        })),
      ]
    }),
}

const routedTo = ({ type, settings }: DefinedComponent): readonly string[] =>
  type === 'routing'
    ? [
        ...new Set([
          ...texts(settings.default_pipelines),
          ...list(settings.table).flatMap((route) => texts(at(route, 'pipelines'))),
        ]),
      ]
    : []
