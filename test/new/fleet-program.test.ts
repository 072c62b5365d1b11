import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execaSync } from 'execa'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import biome from '../../biome.json' with { type: 'json' }
import { engines } from '../../generators/fleet/cluster.ts'
import { isFleet } from '../../generators/fleet/fleet.ts'
import { type Distribution, distributions, networks } from '../../generators/fleet/traits.ts'
import * as words from '../../generators/fleetwright.ts'
import { evaluated } from '../../generators/import/print/evaluate.ts'
import { programText } from '../../generators/import/print/program.ts'
import type { Answers, Signal } from '../../generators/new/answers.ts'
import { fleetProgram } from '../../generators/new/fleet-program.ts'
import { problemsOf } from '../support/problems.ts'

const small: Answers = {
  engine: 'argo-cd',
  distribution: 'talos',
  network: 'cilium',
  storageClass: 'fast',
  environments: ['prod'],
  observe: ['logs'],
  url: 'https://git.example.com/us/clusters',
}

const textOf = (answers: Answers): string => programText(fleetProgram(answers), 'fleetwright')

const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  engine: fc.constantFrom(...engines),
  distribution: fc.constantFrom(...(Object.keys(distributions) as Distribution[])),
  network: fc.constantFrom(...networks),
  storageClass: fc.constantFrom('local-path', 'gp3'),
  environments: fc.uniqueArray(fc.constantFrom('dev', 'stage', 'prod', 'a-rather-long-name-of-an-environment'), {
    minLength: 1,
  }),
  observe: fc
    .subarray<Signal>(['metrics', 'logs', 'traces', 'alerts'], { minLength: 1 })
    .filter((signals) => !signals.includes('alerts') || signals.includes('metrics')),
  url: fc.constantFrom('https://github.com/example/platform', 'ssh://git@github.com/me/platform.git'),
})

test('answers become a fleet that a person can go on with', () => {
  expect(
    textOf(small),
  ).toBe(`// What the clusters are and what runs in them. Change it, and render: npx zx scripts/render.mjs
// An editor explains every word, and every option with its unit and its default.
import {
  alloyAgent,
  argo,
  cilium,
  defineFleet,
  environment,
  existing,
  grafana,
  lokiSingle,
  namespace,
} from 'fleetwright'

// What runs in every cluster. One that is to differ gets namespaces of its own below.
const everywhere = {
  'kube-system': namespace({ exists: true }, [cilium({ monitors: false })]),
  monitoring: namespace(
    {
      // Somebody makes them: clusters/CLUSTER/README.md says how. Or sops(), or externalSecret({ … }).
      secrets: { 'grafana-admin': existing() },
    },
    [
      grafana(),
      // On one volume; loki() keeps logs in an object store.
      lokiSingle(),
      alloyAgent(),
    ],
  ),
}

export default defineFleet({
  // Where this repository is pushed to: what is on the branch is what runs.
  repository: { url: 'https://git.example.com/us/clusters', branch: 'main' },
  // What the clusters of an environment share, and other environments do not.
  // The StorageClass must be there: kubectl get storageclass
  environments: { prod: environment({ storageClass: 'fast' }) },
  // For a second cluster of an environment, copy one and give it a name.
  clusters: {
    'prod-1': argo({ environment: 'prod', distribution: 'talos', network: 'cilium', namespaces: everywhere }),
  },
})
`)
})

test('whatever was answered, the fleet renders without a problem', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const fleet = evaluated(fleetProgram(answers), words)
      expect(isFleet(fleet) && problemsOf(fleet)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

const { formatter, javascript } = biome

test('the text is as a formatter leaves it, with no line longer than 120 characters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fleetwright-format-'))
  mkdirSync(join(folder, 'fleets'))
  const samples = fc.sample(anyAnswers, { numRuns: 40, seed: 1 }).map(textOf)
  for (const [index, text] of samples.entries()) writeFileSync(join(folder, 'fleets', `${index}.ts`), text)
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ formatter, javascript }))
  const { exitCode, stderr } = execaSync('biome', ['format', `--config-path=${folder}`, join(folder, 'fleets')], {
    preferLocal: true,
    reject: false,
  })
  rmSync(folder, { recursive: true })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.stringContaining('Checked 40 files') })
})
