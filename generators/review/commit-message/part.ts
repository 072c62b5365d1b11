/** Whom a file concerns: all clusters, an environment, one cluster, or nobody that its path names. */
export interface Layer {
  readonly level: 'base' | 'cluster' | 'environment' | 'repository'
  readonly name: string
}

/** What a file is part of. */
export interface Part {
  readonly layer: Layer
  readonly kind: 'component' | 'file' | 'namespace'
  /** Where a component stands. Empty for what stands in none. */
  readonly namespace: string
  readonly name: string
  /** Whether the part comes and goes with this file. */
  readonly decides: boolean
  /** Whether the file only points to where the part is described. */
  readonly points: boolean
}

/** Reads off a path what the file is part of. */
export const partOf = (path: string): Part => {
  const { pattern, level, kind, decides, points = false } = layout.find((one) => one.pattern.test(path))!
  const { owner = '', namespace = '', name = path, file } = pattern.exec(path)?.groups ?? {}
  return {
    layer: { level, name: owner },
    kind,
    namespace,
    name,
    decides: decides ?? file === 'kustomization.yaml',
    points,
  }
}

interface Row {
  readonly pattern: RegExp
  readonly level: Layer['level']
  readonly kind: Part['kind']
  /** Default: whether the file is the part's kustomization.yaml. */
  readonly decides?: boolean
  readonly points?: boolean
}

/** The tree as it is laid out. The first row that matches counts. */
const layout: readonly Row[] = [
  {
    pattern: /^clusters\/(?<owner>[^/]+)\/(?<name>[^/]+)\/(?<file>kustomization\.yaml)$/,
    level: 'cluster',
    kind: 'namespace',
  },
  {
    pattern: /^clusters\/(?<owner>[^/]+)\/(?<namespace>[^/]+)\/(?<name>[^/]+)\.yaml$/,
    level: 'cluster',
    kind: 'component',
    decides: true,
    points: true,
  },
  {
    pattern: /^(apps|infrastructure)\/clusters\/(?<owner>[^/]+)\/(?<namespace>[^/]+)\/(?<name>[^/]+)\//,
    level: 'cluster',
    kind: 'component',
    decides: false,
  },
  { pattern: /^infrastructure\/components\/(?<name>[^/]+)\/(?<file>.+)$/, level: 'base', kind: 'component' },
  {
    pattern: /^(apps|infrastructure)\/base\/(?<namespace>[^/]+)\/(?<name>[^/]+)\/(?<file>.+)$/,
    level: 'base',
    kind: 'component',
  },
  {
    pattern: /^(apps|infrastructure)\/(?<owner>[^/]+)\/(?<namespace>[^/]+)\/(?<name>[^/]+)\/(?<file>.+)$/,
    level: 'environment',
    kind: 'component',
  },
  { pattern: /^clusters\/(?<owner>[^/]+)\/(?<name>.+)$/, level: 'cluster', kind: 'file', decides: true },
  { pattern: /^/, level: 'repository', kind: 'file', decides: true },
]
