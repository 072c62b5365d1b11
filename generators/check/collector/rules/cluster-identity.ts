import { parseDocument } from 'yaml'
import { identityAttributes } from '../../../objects/opentelemetry/identity-attributes.ts'
import { type CollectorGraph, componentsOf, named, type PipelineNode } from '../collector-graph.ts'
import { inEnvironment } from '../collector-pod.ts'
import type { CollectorRule, CollectorSubject, Finding } from '../collector-rule.ts'
import { knownComponent } from '../known-components.ts'
import { list } from '../shape.ts'

export const clusterIdentity: CollectorRule = {
  name: 'collector-cluster-identity',
  because: "the hub's own signals had no cluster.id, and could not be told from those of its edges",
  check: (subject) => [
    ...subject.graph.pipelines
      .filter((pipeline) => beginsHere(subject, pipeline))
      .flatMap((pipeline) => identityAttributes.flatMap((key) => lacking(subject.graph, pipeline, key))),
    ...misread(subject),
  ],
}

/** The collector reads what a variable holds as YAML: `007` comes out as 7, and an empty one keeps it from starting. */
const misread = ({ graph, pod }: CollectorSubject): readonly Finding[] =>
  componentsOf(graph, 'processor', 'resource').flatMap(({ settings, path }) =>
    list(settings.attributes).flatMap(({ key, value }, index): readonly Finding[] => {
      if (!identityAttributes.some((one) => one === key) || typeof value !== 'string') return []
      const given = inEnvironment(value, pod)
      const arriving = given === value ? given : read(given)
      if (typeof arriving === 'string') return []
      return [
        {
          at: [...path, 'attributes', String(index), 'value'],
          reason: `${key} comes from ${value}, which is '${given}', and arrives as ${arriving === null ? 'nothing' : arriving}`,
          fix: 'give the cluster an id with a letter that is not read as a number or a truth, such as edge-1',
        },
      ]
    }),
  )

/** As YAML; what is none is a text. */
const read = (text: string): unknown => {
  const document = parseDocument(text)
  return document.errors.length > 0 ? text : document.toJS()
}

/** Whether signals come into being here: seen by the collector itself, or sent by the applications of its node. */
const beginsHere = ({ graph, pod }: CollectorSubject, { receivers }: PipelineNode): boolean => {
  const outside = receivers.flatMap((id) => named(graph, 'receiver', id) ?? [])
  const onNode = pod?.kind === 'DaemonSet' || componentsOf(graph, 'receiver', 'kubelet_stats', 'file_log').length > 0
  return outside.some(({ type }) => onNode || knownComponent('receiver', type)?.observes === true)
}

const lacking = (graph: CollectorGraph, pipeline: PipelineNode, key: string): readonly Finding[] => {
  const set = settersOf(graph, pipeline, key)
  if (set === 'surely') return []
  const choosing = set === 'if-absent' && pipeline.receivers.some((id) => named(graph, 'receiver', id)?.type === 'otlp')
  if (set === 'if-absent' && !choosing) return []
  return [
    {
      at: pipeline.path,
      reason: choosing
        ? `what comes through ${pipeline.id} may bring a ${key} of its own, which is not replaced`
        : `nothing sets ${key} on what comes through ${pipeline.id}`,
      fix: choosing ? `let its resource processor upsert ${key}` : `add a resource processor that upserts ${key}`,
    },
  ]
}

type Certainty = 'if-absent' | 'never' | 'surely'

/** A pipeline sets an attribute itself, or all those do that go on from its end. */
const settersOf = (
  graph: CollectorGraph,
  { processors, exporters }: PipelineNode,
  key: string,
  seen: readonly string[] = [],
): Certainty => {
  const own = processors.map((id) => setBy(graph, id, key))
  if (own.includes('surely')) return 'surely'
  if (own.includes('if-absent')) return 'if-absent'
  const onward = exporters.map((id) =>
    graph.pipelines.filter((next) => next.receivers.includes(id) && !seen.includes(next.id)),
  )
  const all = onward.flatMap((next) => next.map((one) => settersOf(graph, one, key, [...seen, one.id])))
  if (onward.some((next) => next.length === 0) || all.includes('never')) return 'never'
  return all.includes('if-absent') ? 'if-absent' : 'surely'
}

const setBy = (graph: CollectorGraph, id: string, key: string): Certainty => {
  const processor = named(graph, 'processor', id)
  if (processor?.type === 'resource') {
    const actions = list(processor.settings.attributes).filter((one) => one.key === key)
    if (actions.some(({ action }) => action === 'upsert')) return 'surely'
    return actions.some(({ action }) => action === 'insert') ? 'if-absent' : 'never'
  }
  const statement = `set(resource.attributes["${key}"]`
  return processor?.type === 'transform' &&
    JSON.stringify(processor.settings).includes(JSON.stringify(statement).slice(1, -1))
    ? 'surely'
    : 'never'
}
