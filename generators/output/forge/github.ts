import { ask } from './ask.ts'
import type { Forge } from './forge.ts'

/** The pull request for which GitHub Actions runs; undefined where it does not, or for none. */
export const github = (environment: NodeJS.ProcessEnv): Forge | undefined => {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_REF = '', GITHUB_TOKEN = '' } = environment
  const [, number] = /^refs\/pull\/(\d+)\//.exec(GITHUB_REF) ?? []
  if (GITHUB_API_URL === undefined || GITHUB_REPOSITORY === undefined || number === undefined) return undefined
  const repository = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}`
  const comments = `${repository}/issues/${number}/comments`
  const headers = { authorization: `Bearer ${GITHUB_TOKEN}`, 'x-github-api-version': '2022-11-28' }
  return {
    name: 'GitHub',
    limit: 65_000,
    comments: async (page) => {
      const found = await ask({ method: 'GET', url: `${comments}?per_page=100&page=${page}`, headers })
      return (found as { id: number; body?: string }[]).map(({ id, body = '' }) => ({ id, text: body }))
    },
    create: async (body) => {
      await ask({ method: 'POST', url: comments, headers, body: { body } })
    },
    update: async ({ id }, body) => {
      await ask({ method: 'PATCH', url: `${repository}/issues/comments/${id}`, headers, body: { body } })
    },
  }
}
