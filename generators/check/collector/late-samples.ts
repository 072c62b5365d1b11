import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { objectPlace, valuePlace } from '../../plan/written-at.ts'
import type { Place } from '../../problem.ts'
import { mapIn } from '../map-in.ts'
import type { Rule } from '../rule.ts'
import { list, record } from './shape.ts'

const name = 'late-samples'

export const lateSamples: Rule = {
  name,
  because:
    'what had waited in a queue came late, Prometheus answered that it was out of order, and 11 of 21 samples were lost',
  check: ({ placements }) =>
    placements.flatMap((placement) =>
      strictReceivers(placement).map(({ what, place, setting }) => ({
        rule: name,
        place,
        reason: `${what} takes what others send and refuses what comes late: whatever waited in a queue is lost`,
        fix: `set ${setting} to as long as a queue may hold things back, such as 3d`,
      })),
    ),
}

/** A Prometheus that is written to, and takes nothing that is older than what it has. */
interface StrictReceiver {
  readonly what: string
  readonly place: Place
  readonly setting: string
}

const strictReceivers = (placement: Placement): readonly StrictReceiver[] => {
  const { layer, effective, place } = placement
  if (layer.kind === 'helm') {
    const spec = effective.kind === 'helm' ? at(effective.values, 'prometheus.prometheusSpec') : undefined
    if (!isStrict(spec)) return []
    const path = ['prometheus', 'prometheusSpec', 'enableRemoteWriteReceiver']
    return [
      {
        what: `the Prometheus of ${placement.name}`,
        place: valuePlace(layer, path, place),
        setting: 'prometheus.prometheusSpec.tsdb.outOfOrderTimeWindow',
      },
    ]
  }
  const objects = effective.kind === 'manifests' ? effective.objects : []
  return objects.flatMap((object, index) => {
    const what = `${object.kind} ${object.metadata.name}`
    if (object.kind === 'Prometheus' && isStrict(object.spec)) {
      return [{ what, place: objectPlace(layer, index, ['spec']), setting: 'spec.tsdb.outOfOrderTimeWindow' }]
    }
    if (!isWrittenTo(object) || mountedTexts(object, objects).some(hasWindow)) return []
    return [{ what, place: objectPlace(layer, index), setting: 'storage.tsdb.out_of_order_time_window' }]
  })
}

const isStrict = (spec: unknown): boolean =>
  (at(spec, 'enableRemoteWriteReceiver') === true || at(spec, 'enableOTLPReceiver') === true) &&
  (at(spec, 'tsdb.outOfOrderTimeWindow') ?? '0s') === '0s'

const isWrittenTo = (workload: KubernetesObject): boolean =>
  list(at(workload, 'spec.template.spec.containers')).some(
    ({ args }) =>
      Array.isArray(args) &&
      args.some((arg) => /^--web\.enable-(remote-write|otlp)-receiver(=true)?$/.test(String(arg))),
  )

const mountedTexts = (workload: KubernetesObject, objects: readonly KubernetesObject[]): readonly unknown[] => {
  const mounted = list(at(workload, 'spec.template.spec.volumes')).map((volume) => at(volume, 'configMap.name'))
  return objects
    .filter(({ kind, metadata }) => kind === 'ConfigMap' && mounted.includes(metadata.name))
    .flatMap(({ data }) => Object.values(record(data)))
}

const hasWindow = (text: unknown): boolean => {
  // Reading YAML is not cheap.
  if (typeof text !== 'string' || !text.includes('out_of_order_time_window')) return false
  const window = at(mapIn(text), 'storage.tsdb.out_of_order_time_window')
  return window !== undefined && window !== 0 && window !== '0' && window !== '0s'
}
