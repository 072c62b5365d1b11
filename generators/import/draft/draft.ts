import type { RuleName } from '../../fleet/exceptions.ts'
import type { NamespaceSettings } from '../../fleet/namespace.ts'
import type { DraftComponent } from './component.ts'
import type { GuessedTraits } from './traits.ts'

/** A fleet as it was read, before it is written down. */
export interface Draft {
  readonly repository: { readonly url: string; readonly branch: string }
  /** Whether the repository is made up, because nothing says where it is. */
  readonly isRepositoryKnown: boolean
  /** What the imported folder is called. */
  readonly from: string
  readonly components: readonly DraftComponent[]
  readonly clusters: readonly DraftCluster[]
  readonly exceptions: readonly DraftException[]
  /** What a person must decide about a component, by its key. */
  readonly todos: ReadonlyMap<string, readonly string[]>
}

export interface DraftCluster {
  readonly name: string
  readonly environment: string
  readonly traits: GuessedTraits
  readonly storageClasses: readonly string[]
  /** API groups that its components need and none of them brings. */
  readonly crds: readonly string[]
  readonly namespaces: ReadonlyMap<string, DraftNamespace>
}

export interface DraftNamespace {
  readonly settings: Omit<NamespaceSettings, 'secrets'>
  /** Names of Secrets that are there, or must be. */
  readonly secrets: readonly string[]
}

/** A rule that what was imported does not keep. */
export interface DraftException {
  readonly rule: RuleName
  readonly at: string
  readonly because: string
}
