import type { Problem } from '../../problem.ts'
import { ForgeRefusal } from './ask.ts'
import type { Comment, Forge } from './forge.ts'

/** Opens a comment of ours, where no reader sees it. */
const mark = '<!-- fleetwright review -->\n'

/** How much of a comment's limit the mark takes. */
export const markLength = mark.length

/** Puts a text into the one comment of ours: the one that is there, or a new one. */
export const comment = async (forge: Forge, text: string): Promise<Problem | undefined> => {
  try {
    const own = await ownComment(forge)
    await (own === undefined ? forge.create(mark + text) : forge.update(own, mark + text))
    return undefined
  } catch (error) {
    if (!(error instanceof ForgeRefusal)) throw error
    return {
      rule: 'pull-request',
      place: [],
      file: '.',
      reason: `the comment cannot be written: ${error.message}`,
      fix:
        forge.name === 'GitHub'
          ? 'give the job GITHUB_TOKEN and the permission pull-requests: write'
          : 'set the variable GITLAB_TOKEN to a project access token with the scope api',
    }
  }
}

const ownComment = async (forge: Forge): Promise<Comment | undefined> => {
  for (let page = 1; ; page += 1) {
    const comments = await forge.comments(page)
    const own = comments.find(({ text }) => text.startsWith(mark.trim()))
    if (own !== undefined || comments.length === 0) return own
  }
}
