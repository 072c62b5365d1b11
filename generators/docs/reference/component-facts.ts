import type { Capability, Found, Requirement } from '../../fleet/capability.ts'
import type { Definition, Where } from '../../fleet/component.ts'
import { code } from '../markdown.ts'

/** What is known of a component beside its options: what it installs, what it needs, what it brings. */
export const componentFacts = (definition: Definition): string => {
  const where = anywhere(definition.name)
  const options = definition.defaults ?? {}
  const needs = (definition.requires?.(options, where) ?? []).flatMap(need)
  const brings = (definition.provides?.(options, where) ?? []).flatMap(gift)
  return [`- ${installs(definition)}`, ...listed('Needs', needs), ...listed('Brings', brings), ''].join('\n')
}

/** Where nothing is known yet: what the base layer sees. */
const anywhere = (name: string): Where => ({ name, namespace: 'NAMESPACE', exposes: [], found: nothing })

const nothing: Found = {
  endpoint: () => undefined,
  monitorLabels: () => undefined,
  nodes: () => undefined,
  all: () => undefined,
}

const installs = (definition: Definition): string => {
  const folder = code(`${definition.tier}/`)
  if (definition.kind !== 'helm') return `Plain objects, in ${folder}.`
  const { name, url, version } = definition.chart
  return `Installs the chart ${code(name)} ${version} from ${code(url)}, in ${folder}.`
}

/** A kind of thing, and which one of it. */
type Item = readonly [kind: string, name: string]

const listed = (what: string, items: readonly Item[]): readonly string[] => {
  const kinds = [...new Set(items.map(([kind]) => kind))]
  const told = kinds.map((kind) => {
    const names = new Set(items.flatMap((item) => (item[0] === kind && item[1] !== '' ? [item[1]] : [])))
    return [kind, [...names].join(', ')].join(' ').trim()
  })
  return told.length === 0 ? [] : [`- ${what}: ${told.join('; ')}.`]
}

const need = (requirement: Requirement): readonly Item[] => {
  switch (requirement.kind) {
    case 'secret':
      return [['the Secret', `${code(requirement.name)} with ${requirement.keys.map(code).join(', ')}`]]
    case 'crd':
      return [['the definitions of', code(requirement.group)]]
    case 'endpoint':
      return [[requirement.optional ? 'where it is there, the endpoint' : 'the endpoint', code(requirement.name)]]
    case 'issuer':
      return [['the Issuer', code(requirement.name)]]
    case 'node-feature':
      return [['nodes with', code(requirement.feature)]]
    case 'monitor-labels':
      return [['a Prometheus that reads monitors', '']]
    default:
      return []
  }
}

const gift = (capability: Capability): readonly Item[] => {
  switch (capability.kind) {
    case 'crd':
      return [['the definitions of', code(capability.group)]]
    case 'endpoint':
      return [['the endpoint', code(capability.name)]]
    case 'datasource':
      return [["Grafana's datasource", code(capability.uid)]]
    case 'metrics':
      return [['the series of', code(capability.exporter)]]
    case 'issuer':
      return [['the Issuer', code(capability.name)]]
    default:
      return []
  }
}
