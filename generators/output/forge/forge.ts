import type { Problem } from '../../problem.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'

/** Where a pull request, or merge request, is talked about. */
export interface Forge {
  readonly name: 'GitHub' | 'GitLab'
  /** How many characters a comment may have. */
  readonly limit: number
  /** Comments, a page at a time, from 1. Empty behind the last page. */
  readonly comments: (page: number) => Promise<readonly Comment[]>
  readonly create: (text: string) => Promise<void>
  readonly update: (comment: Comment, text: string) => Promise<void>
}

export interface Comment {
  readonly id: number
  readonly text: string
}

/** The forge whose CI runs this, for the request that it runs for; or why there is none. */
export const forgeOf = (environment: NodeJS.ProcessEnv): Forge | Problem => {
  const found = github(environment) ?? gitlab(environment)
  return (
    found ?? {
      rule: 'pull-request',
      place: [],
      file: '.',
      reason: 'there is no pull request to comment on: neither GitHub Actions nor GitLab CI runs this for one',
      fix: 'leave --comment out, and write the comment to a file: --markdown review.md',
    }
  )
}
