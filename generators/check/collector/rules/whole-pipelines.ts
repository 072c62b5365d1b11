import type { CollectorRule } from '../collector-rule.ts'

export const wholePipelines: CollectorRule = {
  name: 'collector-whole-pipelines',
  because: 'a pipeline was left without exporters when one was removed, and the collector refused to start',
  check: ({ graph }) =>
    graph.pipelines.flatMap(({ id, signal, receivers, exporters, path }) => [
      ...(signal === undefined
        ? [
            {
              at: path,
              reason: `the pipeline ${id} is named for no signal`,
              fix: 'begin it with logs, metrics or traces',
            },
          ]
        : []),
      ...(receivers.length === 0
        ? [{ at: path, reason: `the pipeline ${id} has no receivers`, fix: 'add one, or remove the pipeline' }]
        : []),
      ...(exporters.length === 0
        ? [{ at: path, reason: `the pipeline ${id} has no exporters`, fix: 'add one, or remove the pipeline' }]
        : []),
    ]),
}
