import type { GridPos, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard'
import type { Panel } from './panel.ts'
import type { Plain } from './plain.ts'

/** Grafana's grid is so many units wide. */
const gridWidth = 24

/** Panels side by side. They share the width of the dashboard evenly. */
export interface Band {
  /** Starts a section of the dashboard under this heading. */
  readonly section?: string
  /** In units of Grafana's grid, 30 pixels each. */
  readonly height: number
  readonly panels: readonly Panel[]
}

type Heading = Plain<Omit<RowPanel, 'gridPos' | 'id'>>
type Placed<Content> = Content & { readonly gridPos: Plain<GridPos> }
export type PlacedPanel = (Placed<Heading> | Placed<Panel>) & { readonly id: number }

/** Puts bands below each other, from the top, and numbers all panels in reading order. */
export const layOut = (bands: readonly Band[]): readonly PlacedPanel[] => {
  let y = 0
  const placed = bands.flatMap((band) => {
    const top = y
    y += (band.section === undefined ? 0 : headingHeight) + band.height
    return placeBand(band, top)
  })
  return placed.map((panel, index) => ({ id: index + 1, ...panel }))
}

const headingHeight = 1

const placeBand = ({ section, height, panels }: Band, y: number): readonly (Placed<Heading> | Placed<Panel>)[] => {
  const place = (top: number) =>
    panels.map((panel, index) => ({ ...panel, gridPos: { ...share(index, panels.length), y: top, h: height } }))
  return section === undefined ? place(y) : [heading(section, y), ...place(y + headingHeight)]
}

const heading = (title: string, y: number): Placed<Heading> => ({
  type: 'row',
  title,
  collapsed: false,
  panels: [],
  gridPos: { x: 0, w: gridWidth, y, h: headingHeight },
})

/** Where the n-th of so many panels stands, without gap or overlap even where they do not divide the width. */
const share = (index: number, of: number): Pick<GridPos, 'w' | 'x'> => {
  const edge = (n: number) => Math.round((n * gridWidth) / of)
  return { x: edge(index), w: edge(index + 1) - edge(index) }
}
