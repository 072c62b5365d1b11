import { ask } from './ask.ts'
import type { Forge } from './forge.ts'

/** The merge request for which GitLab CI runs; undefined where it does not, or for none. Its own job token may not comment. */
export const gitlab = (environment: NodeJS.ProcessEnv): Forge | undefined => {
  const { CI_API_V4_URL, CI_MERGE_REQUEST_PROJECT_ID, CI_MERGE_REQUEST_IID, GITLAB_TOKEN = '' } = environment
  if (CI_API_V4_URL === undefined || CI_MERGE_REQUEST_PROJECT_ID === undefined || CI_MERGE_REQUEST_IID === undefined) {
    return undefined
  }
  const notes = `${CI_API_V4_URL}/projects/${CI_MERGE_REQUEST_PROJECT_ID}/merge_requests/${CI_MERGE_REQUEST_IID}/notes`
  const headers = { 'private-token': GITLAB_TOKEN }
  return {
    name: 'GitLab',
    limit: 900_000,
    comments: async (page) => {
      const found = await ask({ method: 'GET', url: `${notes}?per_page=100&page=${page}`, headers })
      return (found as { id: number; body?: string }[]).map(({ id, body = '' }) => ({ id, text: body }))
    },
    create: async (body) => {
      await ask({ method: 'POST', url: notes, headers, body: { body } })
    },
    update: async ({ id }, body) => {
      await ask({ method: 'PUT', url: `${notes}/${id}`, headers, body: { body } })
    },
  }
}
