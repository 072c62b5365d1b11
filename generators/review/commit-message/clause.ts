import type { Touch } from './touch.ts'

/** What a subject can say: that things of one kind are added to, changed in or removed from layers. */
export interface Clause {
  readonly verb: Verb
  readonly noun: 'cluster' | 'component' | 'file' | 'namespace'
  readonly names: readonly string[]
  /** Empty for what stands in no layer: a cluster is one. */
  readonly layers: readonly string[]
}

export type Verb = 'add' | 'change' | 'remove'

/** What a reviewer must know first. What merely follows from it is left to the body. */
export const clausesOf = (touches: readonly Touch[]): Clause[] => {
  const come = clustersThatAre('new', touches)
  const gone = clustersThatAre('removed', touches)
  const others = touches.filter(({ layer }) => layer.level !== 'cluster' || ![...come, ...gone].includes(layer.name))
  const news = others.map((touch) => ({ touch, rank: rankOf(touch, touches) }))
  const first = come.length + gone.length > 0 ? 0 : ranks.find((one) => news.some(({ rank }) => rank === one))
  const told = news.filter(({ rank }) => rank === first).map(({ touch }) => touch)
  return [
    ...clusterClause('add', come),
    ...(['add', 'change', 'remove'] as const).flatMap((verb) => clause(verb, told)),
    ...clusterClause('remove', gone),
  ]
}

/** A cluster comes and goes with its README. */
const clustersThatAre = (change: Touch['change'], touches: readonly Touch[]): string[] =>
  touches
    .filter((touch) => touch.layer.level === 'cluster' && touch.name === 'README.md' && touch.change === change)
    .map(({ layer }) => layer.name)

const ranks = [0, 1, 2, 3] as const

/** 0 for what somebody decided; the higher, the more it merely follows from that. */
const rankOf = (touch: Touch, touches: readonly Touch[]): (typeof ranks)[number] => {
  if (touch.kind === 'file') return 3
  if (touch.kind === 'namespace') return 2
  const { layer, change, pointerOnly } = touch
  if (layer.level === 'cluster') return pointerOnly && change === 'changed' ? 1 : 0
  if (change === 'changed') return 0
  // an overlay that comes for a component that stays is a decision; base and overlays come and go with what uses them
  return layer.level === 'environment' && !isPlaced(touch, touches) ? 0 : 1
}

/** Whether a cluster starts or stops to run the component. */
const isPlaced = ({ namespace, name }: Touch, touches: readonly Touch[]): boolean =>
  touches.some(
    (one) =>
      one.layer.level === 'cluster' && one.change !== 'changed' && one.namespace === namespace && one.name === name,
  )

const verbOf = ({ layer, change }: Touch): Verb => {
  if (change === 'changed' || layer.level === 'environment') return 'change'
  return change === 'new' ? 'add' : 'remove'
}

const clause = (verb: Verb, told: readonly Touch[]): Clause[] => {
  const touches = told.filter((touch) => verbOf(touch) === verb)
  if (touches.length === 0) return []
  const layers = touches
    .map(({ layer }) => (layer.level === 'base' ? 'base' : layer.name))
    .filter((name) => name !== '')
  return [
    { verb, noun: touches[0]!.kind, names: unique(touches.map(({ name }) => name).sort()), layers: unique(layers) },
  ]
}

const clusterClause = (verb: Verb, names: readonly string[]): Clause[] =>
  names.length === 0 ? [] : [{ verb, noun: 'cluster', names, layers: [] }]

const unique = (names: readonly string[]): string[] => [...new Set(names)]
