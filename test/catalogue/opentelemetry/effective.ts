import { parse } from 'yaml'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { at } from '../../../generators/plan/values.ts'
import type { rendered } from './federation.ts'

/** A collector as its cluster runs it: its objects, its configuration, and what its container is given. */
export const collectorIn = (tree: ReturnType<typeof rendered>, cluster: string, name: string) => {
  const placement = tree.clusters
    .find((one) => one.cluster.name === cluster)
    ?.placements.find((one) => one.name === name)
  if (placement?.effective.kind !== 'manifests') throw new Error(`no ${name} in ${cluster}`)
  const { objects } = placement.effective
  const workload = objects.find(({ spec }) => at(spec, 'template') !== undefined)!
  const pod = at(workload, 'spec.template.spec') as Readonly<Record<string, unknown>>
  const [container] = pod.containers as readonly Readonly<Record<string, unknown>>[]
  const files = at(objects.find(({ kind }) => kind === 'ConfigMap')!, 'data') as Readonly<Record<string, string>>
  return {
    placement,
    objects: objects as readonly KubernetesObject[],
    workload,
    pod,
    container: container!,
    files,
    // biome-ignore lint/suspicious/noExplicitAny: a wrong path fails the test
    config: parse(files['config.yaml']!) as any,
    /** The variables of its container that are said in so many words. */
    env: Object.fromEntries(
      (container!.env as readonly { name: string; value?: string }[]).flatMap(({ name, value }) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
  }
}
