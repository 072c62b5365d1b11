import { count, selector } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import { from } from '../../objects/grafana/panel.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { stat } from '../../objects/grafana/stat.ts'
import { table } from '../../objects/grafana/table.ts'

/** Objects of the chosen namespaces, narrowed down by more matchers. */
const objects = (...matchers: readonly string[]) =>
  selector('gotk_resource_info', 'exported_namespace=~"$reconciled"', ...matchers)

const suspended = 'suspended="true"'
const active = 'suspended!="true"'
const applying = 'customresource_kind=~"Kustomization|HelmRelease"'
const fetching = 'customresource_kind=~"GitRepository|OCIRepository|HelmRepository|HelmChart|Bucket"'

const columns = {
  customresource_kind: 'Kind',
  exported_namespace: 'Namespace',
  name: 'Name',
  ready: 'Ready',
  revision: 'Revision',
}

/** Flux's objects: how many there are of which state, and which those are. */
export const objectBands = (metrics: Prometheus): readonly Band[] => {
  const number = (...matchers: readonly string[]) => [metrics(count(objects(...matchers)))] as const
  const list = (...matchers: readonly string[]) => [metrics(objects(...matchers))] as const
  return [
    {
      section: 'Objects',
      height: 4,
      panels: [
        stat('Ready', { queries: number('ready="True"', active) }),
        stat('Not ready', { queries: number('ready="False"', active), thresholds: from(1, 'red') }),
        stat('In progress', { queries: number('ready="Unknown"', active), thresholds: from(1, 'blue') }),
        stat('Suspended', { queries: number(suspended), thresholds: from(1, 'orange') }),
      ],
    },
    {
      height: 8,
      panels: [
        table('Not ready or in progress', { queries: list('ready=~"False|Unknown"', active), columns }),
        table('Suspended', { queries: list(suspended), columns }),
      ],
    },
    {
      height: 9,
      panels: [
        table('Kustomizations and HelmReleases', {
          queries: list(applying),
          columns: { ...columns, source_name: 'Source' },
        }),
        table('Sources', { queries: list(fetching), columns: { ...columns, url: 'Address' } }),
      ],
    },
  ]
}
