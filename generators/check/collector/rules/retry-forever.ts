import { at } from '../../../plan/values.ts'
import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { goSeconds } from '../go-seconds.ts'

export const retryForever: CollectorRule = {
  name: 'collector-retry-forever',
  because: 'a request was dropped after five minutes of retries, from a queue on disk that was meant for hours',
  check: ({ graph }) =>
    componentsOf(graph, 'exporter', ...sending).flatMap(({ id, settings, path }) => {
      const off = at(settings, 'retry_on_failure.enabled') === false
      const longest = at(settings, 'retry_on_failure.max_elapsed_time')
      if (!off && goSeconds(longest) === 0) return []
      return [
        {
          at: [...path, 'retry_on_failure'],
          reason: off
            ? `${id} does not try again, and drops what could not be sent`
            : `${id} drops a request after ${longest ?? '5m'} of retries`,
          fix: off ? 'remove enabled: false, and set max_elapsed_time: 0' : 'set retry_on_failure.max_elapsed_time: 0',
        },
      ]
    }),
}

/** Those that send to somebody who may be away. */
const sending = ['datadog', 'otlp_grpc', 'otlp_http', 'prometheus_remote_write', 'splunk_hec']
