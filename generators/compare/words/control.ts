import { fromAnnotation } from '../../objects/from-annotation.ts'
import { arrow } from './shown.ts'
import type { Leaf } from './telling.ts'
import { ofEach } from './telling.ts'

/** How Flux or Argo CD handles a component: `waits for loki now`, `moves to another folder`, `suspended`. */
export const controlWords = ofEach((leaf, { object }) => {
  const { path } = leaf
  if (path.includes(fromAnnotation)) return 'written elsewhere in the fleet'
  if (path.join('.').endsWith('argocd.argoproj.io/sync-wave')) return `sync wave ${arrow(leaf)}`
  return object?.identity.kind === 'Kustomization' ? fluxWords(leaf) : undefined
})

const fluxWords = (leaf: Leaf): string | undefined => {
  const [, field, item] = leaf.path
  const name = item?.slice(1, -1)
  switch (field) {
    case 'dependsOn':
      if (leaf.path.length !== 3) return undefined
      return leaf.before === undefined ? `waits for ${name} now` : `waits for ${name} no more`
    case 'path':
      return isOwnFolder(leaf.after) && !isOwnFolder(leaf.before)
        ? 'moves to a folder of its own'
        : 'moves to another folder'
    case 'suspend':
      return leaf.after === true ? 'suspended' : 'resumed'
    case 'prune':
      return leaf.after === true ? 'prunes what goes away now' : 'leaves behind what goes away now'
    case 'interval':
    case 'retryInterval':
    case 'timeout':
      return `${field} ${arrow(leaf)}`
    default:
      return undefined
  }
}

const isOwnFolder = (folder: unknown): boolean => String(folder).includes('/clusters/')
