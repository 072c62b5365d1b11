import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Problem } from '../problem.ts'
import { findRepository, type Repository } from './git.ts'
import { plainRepository } from './plain-repository.ts'

/** The folders we render into. Nothing outside of them is ever touched. */
export const topFolders = ['clusters', 'apps', 'infrastructure'] as const

/** Flux's own folder, in a cluster's: `flux bootstrap` writes it, nobody else. */
export const isFluxSystem = (path: string): boolean => /^clusters\/[^/]+\/flux-system(\/|$)/.test(path)

/** Where we render to: a root that holds the three folders, and git's view of it. */
export interface WorkTree {
  /** Absolute. */
  readonly root: string
  /** Where we remember what we wrote: in the git directory, or `.fleetwright` in the root without git. */
  readonly folder: string
  readonly repository?: Repository
  /** Why there is no repository. */
  readonly unversioned?: Problem
}

/** Looks at a root that exists, once per render: it may ask git. */
export function openWorkTree(path: string): WorkTree {
  const root = resolve(path)
  const repository = plainRepository(root) ?? findRepository(root)
  if ('rule' in repository) return { root, folder: join(root, '.fleetwright'), unversioned: repository }
  return { root, folder: repository.folder, repository }
}

/** Where files wait to be renamed into place: with the memory, or in the root when git keeps that on another file system. */
export function stagingFolder({ root, folder, repository }: WorkTree): string {
  if (repository === undefined || statSync(dirname(folder)).dev === statSync(root).dev) return join(folder, 'staging')
  return join(root, '.fleetwright-staging')
}
