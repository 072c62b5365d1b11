import { describe, expect, test } from 'vitest'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import { except } from '../../generators/fleet/exceptions.ts'
import { environment, kubePrometheusStack, loki, minio } from '../../generators/fleetwright.ts'
import { rendered, think } from '../../generators/render.ts'
import { problemsOf } from '../support/problems.ts'
import { home, homelab, wrong } from './rules/platform.ts'

const unkept = { values: { singleBinary: { persistence: { enabled: false } } } }
const because = 'its logs are thrown away with the cluster'
const components = [kubePrometheusStack(), minio(), loki(unkept)]
const fleet = (...exceptions: ReturnType<typeof except>[]) => ({ ...homelab(components), exceptions })

test('a rule that is switched off at a place finds nothing there, nor below it', () => {
  const place = `${home}.loki.values.singleBinary.persistence.enabled`
  expect(problemsOf(fleet()).map(([at]) => at)).toEqual([place])
  for (const at of [place, `${home}.loki`, home, 'clusters.homelab']) {
    expect([at, problemsOf(fleet(except('persistence', { at, because })))]).toEqual([at, []])
  }
})

test('a render says which exceptions held', () => {
  const exception = except('persistence', { at: `${home}.loki`, because })
  const { switchedOff, files } = rendered(think(fleet(exception)), {
    inputs: new Map(),
    schemas: loadSchemas(schemaFolder),
  })
  expect(switchedOff).toMatchObject([exception])
  expect(files.length).toBeGreaterThan(10)
})

test('a rule that is switched off elsewhere, and another rule that is switched off here, change nothing', () => {
  const elsewhere = except('persistence', { at: `${home}.minio`, because })
  const another = except('node-port-once', { at: `${home}.loki`, because })
  expect(problemsOf(fleet(elsewhere, another)).map(([at]) => at)).toEqual([
    `${home}.loki.values.singleBinary.persistence.enabled`,
  ])
})

test('a name that only begins alike is another place', () => {
  const other = except('persistence', { at: `${home}.loki`, because })
  const named = { ...homelab([kubePrometheusStack(), minio(), loki({ ...unkept, name: 'loki-2' }), loki()]) }
  expect(problemsOf({ ...named, exceptions: [other] }).map(([at]) => at)).toEqual([
    `${home}.loki-2.values.singleBinary.persistence.enabled`,
  ])
})

test('in an environment, for all that share it', () => {
  const dev = environment({ storageClass: 'local-path' }, [loki(unkept)])
  const shared = homelab([kubePrometheusStack(), minio(), loki()], {}, dev)
  const exceptions = [except('persistence', { at: 'environments.dev.loki', because })]
  expect(problemsOf({ ...shared, exceptions })).toEqual([])
})

describe('an exception that is wrong is a problem itself:', () => {
  const good = homelab([kubePrometheusStack(), minio(), loki()])

  test.each([
    [
      'one that is not needed',
      except('persistence', { at: `${home}.loki`, because }),
      [
        'exceptions.0',
        `persistence finds nothing at ${home}.loki, so there is nothing to switch off`,
        'remove the exception',
      ],
    ],
    [
      'an unknown rule',
      except(wrong('persistance'), { at: `${home}.loki`, because }),
      ['exceptions.0.rule', "there is no rule 'persistance'", "write 'persistence'"],
    ],
    [
      'a rule without which there is nothing to render',
      except(wrong('requirement-met'), { at: `${home}.loki`, because }),
      [
        'exceptions.0.rule',
        "'requirement-met' cannot be switched off: without it there is nothing to render",
        'see npx zx scripts/rules.mjs for those that can be switched off',
      ],
    ],
    [
      'an unknown place',
      except('persistence', { at: `${home}.lokki`, because }),
      ['exceptions.0.at', `the fleet has no place ${home}.lokki`, `write '${home}.loki'`],
    ],
    [
      'no reason',
      except('persistence', { at: `${home}.loki`, because: ' ' }),
      ['exceptions.0.because', "' ' is not a reason", "write a reason, such as 'nothing else runs on this node'"],
    ],
  ])('%s', (_, exception, problem) => {
    expect(problemsOf({ ...good, exceptions: [exception] })).toEqual([problem])
  })
})
