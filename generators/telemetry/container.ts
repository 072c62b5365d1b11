import { isRecord } from '../fleet/checks/check.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import { at } from '../plan/values.ts'
import { dataOf } from '../verify/config-map.ts'

/** The programs whose containers can run here, by the last word of their image's name. */
const programOf = { 'opentelemetry-collector-contrib': 'otelcol', prometheus: 'prometheus', loki: 'loki' } as const

export type ContainerProgram = (typeof programOf)[keyof typeof programOf]

/** A container of the tree, as its Pod would start it. */
export interface Container {
  readonly cluster: string
  readonly namespace: string
  /** Of its workload: `otel-agent`. */
  readonly name: string
  readonly program: ContainerProgram
  readonly args: readonly string[]
  readonly env: readonly Variable[]
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[]
  readonly mounts: readonly Mount[]
  /** What answers once it is up. */
  readonly ready: { readonly path: string; readonly port: string }
  /** By which Services find its Pod. */
  readonly labels: Readonly<Record<string, string>>
}

/** A variable of a container: written down, or a field of its Pod, such as `spec.nodeName`. */
export type Variable = { readonly name: string } & ({ readonly value: string } | { readonly field: string })

/** What stands at a path: the texts of a ConfigMap by file, a Secret, or whatever was written there before. */
export interface Mount {
  readonly path: string
  readonly files?: Readonly<Record<string, string>>
  readonly secret?: string
}

/** The containers of a cluster that can run here, out of all its objects. */
export const containersIn = (cluster: string, objects: readonly KubernetesObject[]): readonly Container[] =>
  objects.flatMap((object) => {
    const pod = podOf(object)
    const [container] = pod?.spec.containers ?? []
    const program = container && programOf[imageName(container.image) as keyof typeof programOf]
    const ready = container?.readinessProbe?.httpGet
    if (pod === undefined || container === undefined || program === undefined || ready === undefined) return []
    const { name, namespace = 'default' } = object.metadata
    const volumes = new Map(pod.spec.volumes?.map((volume) => [volume.name, volume]))
    const { args = [], env = [], ports = [], volumeMounts = [] } = container
    return [
      {
        cluster,
        namespace,
        name,
        program,
        args,
        env: env.map(variable),
        ports,
        ready,
        mounts: volumeMounts.map(({ name, mountPath }) => mount(mountPath, volumes.get(name), namespace, objects)),
        labels: pod.metadata?.labels ?? {},
      },
    ]
  })

interface Pod {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> }
  readonly spec: { readonly containers?: readonly ContainerSpec[]; readonly volumes?: readonly Volume[] }
}
interface ContainerSpec extends Partial<Pick<Container, 'args' | 'ports'>> {
  readonly image: string
  readonly env?: readonly EnvironmentVariable[]
  readonly readinessProbe?: { readonly httpGet?: Container['ready'] }
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[]
}
interface EnvironmentVariable {
  readonly name: string
  readonly value?: string
  readonly valueFrom?: { readonly fieldRef?: { readonly fieldPath: string } }
}
interface Volume {
  readonly name: string
  readonly configMap?: { readonly name: string }
  readonly secret?: { readonly secretName: string }
}

const podOf = (object: KubernetesObject): Pod | undefined => {
  const pod = at(object, 'spec.template')
  return isPod(pod) ? pod : undefined
}

/** What is in it the API server would have refused, were it not so. */
const isPod = (value: unknown): value is Pod => isRecord(value) && isRecord(value.spec)

/** `quay.io/prometheus/prometheus:v3.14.0` is `prometheus`. */
const imageName = (image: string): string => image.split('/').at(-1)!.split(/[:@]/, 1)[0]!

const variable = ({ name, value = '', valueFrom }: EnvironmentVariable): Variable =>
  valueFrom?.fieldRef === undefined ? { name, value } : { name, field: valueFrom.fieldRef.fieldPath }

const mount = (
  path: string,
  volume: Volume | undefined,
  namespace: string,
  objects: readonly KubernetesObject[],
): Mount => {
  if (volume?.secret !== undefined) return { path, secret: volume.secret.secretName }
  const name = volume?.configMap?.name
  if (name === undefined) return { path }
  const configMap = objects.find(
    ({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name && metadata.namespace === namespace,
  )
  return { path, files: configMap === undefined ? {} : dataOf(configMap) }
}
