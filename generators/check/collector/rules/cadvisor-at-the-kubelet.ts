import { at } from '../../../plan/values.ts'
import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { list } from '../shape.ts'

export const cadvisorAtTheKubelet: CollectorRule = {
  name: 'collector-cadvisor-at-the-kubelet',
  because: "cAdvisor was scraped through the API server's proxy, which failed on every node without a word",
  check: ({ graph }) =>
    componentsOf(graph, 'receiver', 'prometheus').flatMap(({ id, settings, path }) =>
      list(at(settings, 'config.scrape_configs')).flatMap((job, index) =>
        /\/api\/v1\/nodes\/.*\/proxy/.test(JSON.stringify(job))
          ? [
              {
                at: [...path, 'config', 'scrape_configs', String(index)],
                reason: `${id} scrapes ${job.job_name} through the API server's proxy, which needs nodes/proxy and fails in silence`,
                fix: 'scrape the kubelet itself, https://ADDRESS_OF_THE_NODE:10250/metrics/cadvisor, or take kubelet_stats',
              },
            ]
          : [],
      ),
    ),
}
