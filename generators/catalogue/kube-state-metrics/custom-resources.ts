import type { CapabilityOf } from '../../fleet/capability.ts'
import { mayWatch } from '../../objects/kubernetes/cluster-role.ts'
import type { Files } from '../../objects/kubernetes/config-map.ts'
import { toYaml } from '../../output/yaml/emit.ts'

type Wanted = readonly CapabilityOf<'custom-resource-metrics'>[]

const folder = '/etc/kube-state-metrics'
const file = 'custom-resources.yaml'

/** Metrics of custom resources, which other components ask for: the file that says so, or none. */
export const customResourceFiles = (wanted: Wanted): Files | undefined =>
  wanted.length === 0
    ? undefined
    : {
        [file]: toYaml({
          kind: 'CustomResourceStateMetrics',
          spec: { resources: wanted.flatMap(({ resources }) => resources) },
        }),
      }

export const customResourceFlag = `--custom-resource-state-config-file=${folder}/${file}`
export const customResourceMount = { name: 'custom-resources', mountPath: folder, readOnly: true } as const

/** It finds by their definitions which of the resources are there. */
export const customResourceRights = (wanted: Wanted) =>
  wanted.length === 0
    ? []
    : [mayWatch('apiextensions.k8s.io', 'customresourcedefinitions'), ...wanted.flatMap(({ rbac }) => rbac.map(asRule))]

/** Whoever asks writes the rights as the API has them. */
const asRule = (rule: Readonly<Record<string, unknown>>) => rule as ReturnType<typeof mayWatch>
