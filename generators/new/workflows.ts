import type { File } from '../file.ts'
import { toYaml } from '../output/yaml/emit.ts'

/** The version of Node.js that checks a repository in CI. */
const node = '22.21.0'

/** What CI does for every change: render, prove, test; and, for a pull request, say what it means. */
export const workflowFiles = (url: string): readonly File[] =>
  /gitlab/i.test(url)
    ? [{ path: '.gitlab-ci.yml', content: toYaml(gitlabPipeline, gitlabRemarks) }]
    : [{ path: '.github/workflows/fleet.yml', content: toYaml(githubWorkflow, githubRemarks) }]

/** In this order: what a render would still change is told before anything is proved. */
const checks = ['npx zx scripts/render.mjs --check', 'npx zx scripts/verify.mjs', 'npm test']

const githubWorkflow = {
  name: 'fleet',
  on: { pull_request: {}, push: { branches: ['main'] } },
  permissions: { contents: 'read' },
  jobs: {
    check: {
      'runs-on': 'ubuntu-24.04',
      'timeout-minutes': 15,
      permissions: { contents: 'read', 'pull-requests': 'write' },
      steps: [
        // Each by its commit: a tag may be moved.
        {
          uses: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1',
          with: { 'fetch-depth': 0, 'persist-credentials': false },
        },
        {
          uses: 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020',
          with: { 'node-version': node, cache: 'npm' },
        },
        { run: 'npm ci' },
        ...checks.map((run) => ({ run })),
        {
          if: "github.event_name == 'pull_request'",
          env: {
            // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub fills it in
            GITHUB_TOKEN: '${{ github.token }}',
            // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub fills it in
            COMMENT: "${{ github.event.pull_request.head.repo.full_name == github.repository && '--comment' || '' }}",
          },
          run: 'npx zx scripts/review.mjs "origin/$GITHUB_BASE_REF" --pull --markdown "$GITHUB_STEP_SUMMARY" --html review.html $COMMENT',
        },
        {
          if: "github.event_name == 'pull_request' && !cancelled()",
          uses: 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f',
          with: { name: 'review', path: 'review.html', 'if-no-files-found': 'ignore' },
        },
      ],
    },
  },
}

const githubRemarks = new Map([
  ['/jobs/check/steps/0', 'checkout 7.0.1, with the history that the review needs'],
  ['/jobs/check/steps/1', 'setup-node 7.0.0'],
  [
    '/jobs/check/steps/6/env/COMMENT',
    'A pull request from a fork may not comment: its review is in the summary of the run.',
  ],
  ['/jobs/check/steps/7', 'upload-artifact 7.0.0'],
])

const gitlabPipeline = {
  default: { image: `node:${node}-bookworm` },
  variables: { GIT_DEPTH: '0' },
  workflow: {
    rules: [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }, { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }],
  },
  check: { stage: 'test', script: ['npm ci', ...checks] },
  review: {
    stage: 'test',
    rules: [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }],
    script: [
      'npm ci',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in
      'npx zx scripts/review.mjs "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --html review.html ${GITLAB_TOKEN:+--comment}',
    ],
    artifacts: { when: 'always', paths: ['review.html'], expose_as: 'review' },
  },
}

const gitlabRemarks = new Map([
  ['/variables/GIT_DEPTH', 'The review needs the history.'],
  ['/review/script', 'GITLAB_TOKEN, a project access token with the scope api, lets the review comment.'],
])
