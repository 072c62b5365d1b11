import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { federationRules } from '../../../generators/catalogue/federation-alerts/federation-rules.ts'
import { repository } from './promtool.ts'

const alerts = Object.values(federationRules({ repository }))
  .flat()
  .filter(({ alert }) => alert !== undefined)

describe('every alert', () => {
  test.each(alerts.map((one) => [one.alert, one] as const))(
    '%s says how bad it is, what is so, and of which cluster',
    (_, one) => {
      expect(one.labels?.severity).toMatch(/^(?:critical|warning)$/)
      expect(one.annotations?.summary).toMatch(/\.$/)
      expect(one.annotations?.description).toMatch(/\$labels\.(?:cluster_id|name) \}\}/)
    },
  )

  test.each(alerts.map(({ alert, annotations }) => [alert, annotations?.runbook_url ?? ''] as const))(
    '%s has a page in this repository that says what it means, where to look, and what to do',
    (name, url) => {
      expect(url).toBe(`https://github.com/example/platform/blob/main/docs/runbooks/${name}.md`)
      const page = readFileSync(`docs/runbooks/${name}.md`, 'utf8')
      expect(page.match(/^#.*/gm)).toEqual([`# ${name}`, '## What it means', '## Where to look', '## What to do'])
    },
  )

  test('and every page is of an alert', () => {
    expect(existsSync('docs/runbooks')).toBe(true)
    expect(readdirSync('docs/runbooks').sort()).toEqual(alerts.map(({ alert }) => `${alert}.md`).sort())
  })
})

test('a repository that is fetched by SSH is read by a browser', () => {
  const rules = federationRules({ repository: { url: 'ssh://git@github.com/example/platform.git', branch: 'main' } })
  const [url] = Object.values(rules).flatMap((group) =>
    group.flatMap(({ annotations }) => annotations?.runbook_url ?? []),
  )
  expect(url).toBe('https://github.com/example/platform/blob/main/docs/runbooks/ClusterSilent.md')
})

test('nobody is told to carry what carries itself', () => {
  const named = (carried: boolean) =>
    federationRules({ repository, carried })['federation.certificates']?.map(({ alert }) => alert)
  expect(named(true)).toEqual(['CertificateNearEnd', 'CertificateToCarry'])
  expect(named(false)).toEqual(['CertificateNearEnd'])
})
