import { expect, test } from 'vitest'
import { comment } from '../../../generators/output/forge/comment.ts'
import { type Forge, forgeOf } from '../../../generators/output/forge/forge.ts'
import { fakeForge } from './fake-forge.ts'

const inGithub = (url: string) => ({
  GITHUB_API_URL: url,
  GITHUB_REPOSITORY: 'acme/fleet',
  GITHUB_REF: 'refs/pull/12/merge',
  GITHUB_TOKEN: 'token-of-github',
})
const inGitlab = (url: string) => ({
  CI_API_V4_URL: url,
  CI_MERGE_REQUEST_PROJECT_ID: '7',
  CI_MERGE_REQUEST_IID: '12',
  GITLAB_TOKEN: 'token-of-gitlab',
})
const forge = (environment: NodeJS.ProcessEnv): Forge => {
  const found = forgeOf(environment)
  if ('rule' in found) throw new Error(found.reason)
  return found
}
const strangers = Array.from({ length: 150 }, (_, id) => ({ id, body: 'looks good' }))
const own = { id: 4711, body: '<!-- fleetwright review -->\nas it was' }

test('the first comment on a pull request of GitHub is a new one', async () => {
  const { url, said } = await fakeForge([])
  expect(await comment(forge(inGithub(url)), 'text')).toBeUndefined()
  expect(said.at(-1)).toEqual({
    method: 'POST',
    path: '/repos/acme/fleet/issues/12/comments',
    body: JSON.stringify({ body: '<!-- fleetwright review -->\ntext' }),
    token: 'Bearer token-of-github',
  })
})

test('the next one replaces it, behind however many of other people', async () => {
  const { url, said } = await fakeForge([...strangers, own])
  await comment(forge(inGithub(url)), 'text')
  expect(said.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /repos/acme/fleet/issues/12/comments?per_page=100&page=1',
    'GET /repos/acme/fleet/issues/12/comments?per_page=100&page=2',
    'PATCH /repos/acme/fleet/issues/comments/4711',
  ])
})

test('a merge request of GitLab gets a note, and the same one again', async () => {
  const first = await fakeForge([])
  await comment(forge(inGitlab(first.url)), 'text')
  expect(first.said.at(-1)).toMatchObject({
    method: 'POST',
    path: '/projects/7/merge_requests/12/notes',
    token: 'token-of-gitlab',
  })
  const second = await fakeForge([own])
  await comment(forge(inGitlab(second.url)), 'text')
  expect(second.said.at(-1)).toMatchObject({ method: 'PUT', path: '/projects/7/merge_requests/12/notes/4711' })
})

test('what a forge refuses is told with what it lacks, and never with the token', async () => {
  const { url } = await fakeForge([], 403)
  const problem = await comment(forge(inGithub(url)), 'text')
  expect(problem).toMatchObject({
    rule: 'pull-request',
    reason: expect.stringMatching(
      /^the comment cannot be written: 127\.0\.0\.1:\d+ answers 403: Resource not accessible/,
    ),
    fix: 'give the job GITHUB_TOKEN and the permission pull-requests: write',
  })
  expect(JSON.stringify(problem)).not.toContain('token-of')
})

test('a forge that cannot be reached is a problem, not a failure', async () => {
  const problem = await comment(forge(inGitlab('http://127.0.0.1:1')), 'text')
  expect(problem?.reason).toMatch(/^the comment cannot be written: 127\.0\.0\.1:1 does not answer: /)
})

test.each([
  ['on a machine of somebody', {}],
  ['for a push to a branch', { ...inGithub('http://forge'), GITHUB_REF: 'refs/heads/main' }],
])('there is nothing to comment on %s', (_, environment) => {
  expect(forgeOf(environment)).toMatchObject({ rule: 'pull-request' })
})
