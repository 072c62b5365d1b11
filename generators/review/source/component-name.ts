import type { Node } from './scope.ts'
import { type Expression, unwrapped } from './syntax.ts'

/** The name that the way a component is written implies: `kubePrometheusStack()` is `kube-prometheus-stack`. */
export const impliedName = (node: Node): string | undefined => {
  const written = node.type === 'FunctionDeclaration' ? undefined : lastIdentifier(node)
  return written === undefined ? undefined : kebabCase(written)
}

/** `loki` of `loki`, `loki()`, `catalogue.loki({ size: '50Gi' })`. */
const lastIdentifier = (wrapped: Expression): string | undefined => {
  const node = unwrapped(wrapped)
  if (node.type === 'Identifier') return node.name
  if (node.type === 'CallExpression') return lastIdentifier(node.callee as Expression)
  return node.type === 'MemberExpression' && !node.computed ? lastIdentifier(node.property as Expression) : undefined
}

const kebabCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
