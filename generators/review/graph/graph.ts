/** What a picture of clusters shows: who is there, what goes between them, who waits for whom. */
export interface Graph {
  /** What the picture is of, in a few words. */
  readonly title: string
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
}

/** A component, or somebody outside of all clusters. */
export interface Node {
  readonly id: string
  readonly name: string
  /** The boxes that it stands in, the outermost first: its cluster and its namespace. None: it stands outside. */
  readonly within: readonly Box[]
  /** A few words below its name: its wave, the version of its chart. */
  readonly detail?: string
}

export interface Box {
  readonly id: string
  readonly name: string
  /** A few words beside its name: `closed`. */
  readonly detail?: string
}

/**
 * An arrow. `sends`, `scrapes` and `asks` point the way that data go, from whom they come to who gets them; `enters` is a way
 * in from outside; `waits` points from what must be ready first to what starts after it.
 */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly kind: EdgeKind
  /** What goes there, where that is not clear from the kind. */
  readonly what: readonly string[]
}

export type EdgeKind = 'asks' | 'enters' | 'scrapes' | 'sends' | 'waits'

/** What each kind of arrow means, for the legend and for whoever hears it read. */
export const edgeKinds: Readonly<Record<EdgeKind, string>> = {
  sends: 'sends',
  scrapes: 'is scraped by',
  asks: 'answers',
  enters: 'lets in',
  waits: 'starts before',
}
