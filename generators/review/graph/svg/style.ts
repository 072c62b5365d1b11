import type { EdgeKind } from '../graph.ts'
import { fontSizes } from './text-size.ts'

interface Colours {
  readonly page: string
  readonly cluster: string
  readonly namespace: string
  readonly node: string
  readonly border: string
  readonly text: string
  readonly faint: string
  readonly edges: Readonly<Record<EdgeKind, string>>
}

const light: Colours = {
  page: '#ffffff',
  cluster: '#f6f8fa',
  namespace: '#eaeef2',
  node: '#ffffff',
  border: '#afb8c1',
  text: '#1f2328',
  faint: '#57606a',
  edges: { sends: '#0969da', scrapes: '#1a7f37', asks: '#8250df', enters: '#bc4c00', waits: '#6e7781' },
}

const dark: Colours = {
  page: '#0d1117',
  cluster: '#151b23',
  namespace: '#1f2630',
  node: '#0d1117',
  border: '#4b535d',
  text: '#e6edf3',
  faint: '#9198a1',
  edges: { sends: '#58a6ff', scrapes: '#3fb950', asks: '#bc8cff', enters: '#f0883e', waits: '#848d97' },
}

/** How it looks, by day and by night. Kinds of arrows differ in their lines too, for who cannot tell their colours. */
export const style = (): string =>
  [
    'text { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }',
    ...Object.entries(fontSizes).map(([name, size]) => `.${name}-text { font-size: ${size}px; }`),
    '.title-text, .node-text { font-weight: 600; }',
    '.line { fill: none; stroke-width: 1.4; }',
    '.sends { stroke-width: 2.2; }',
    '.asks { stroke-dasharray: 7 3; }',
    '.waits { stroke-dasharray: 2 4; }',
    ...coloured(light),
    `@media (prefers-color-scheme: dark) {\n${coloured(dark).join('\n')}\n}`,
  ].join('\n')

const coloured = ({ page, cluster, namespace, node, border, text, faint, edges }: Colours): readonly string[] => [
  `.page { fill: ${page}; }`,
  `.box-0 { fill: ${cluster}; stroke: ${border}; }`,
  `.box-1 { fill: ${namespace}; stroke: none; }`,
  `.node { fill: ${node}; stroke: ${border}; }`,
  `.under-label { fill: ${node}; }`,
  `text { fill: ${text}; }`,
  `.detail-text { fill: ${faint}; }`,
  ...Object.entries(edges).flatMap(([kind, colour]) => [
    `.line.${kind} { stroke: ${colour}; }`,
    `.head-${kind}, text.${kind}-label { fill: ${colour}; }`,
  ]),
]
