import { describe, expect, test } from 'vitest'
import { fleetOf } from './fleet.ts'
import { withoutArgo as missing, object } from './lab.ts'
import { scratch } from './scratch.ts'

/** A clone whose cluster is Argo CD's, with these namespaces. */
const proof = async (namespaces: Readonly<Record<string, string>>) => {
  const { write, push, test } = await scratch('argo')
  const become = async (message: string, others: Readonly<Record<string, string>>) => {
    write('generators/fleet.ts', fleetOf(others, 'argo'))
    await push(message)
  }
  await become('Begin', namespaces)
  return { become, test }
}

/** What the chart was rendered with. */
const arrived = async () => (await object('configmap', 'greeter-stub', 'garden'))?.data

const madeAt = async (kind: string, name: string, namespace: string) =>
  Date.parse(String((await object(kind, name, namespace))?.metadata.creationTimestamp))

describe.skipIf(missing !== undefined)(missing ?? 'a cluster of Argo CD', () => {
  test('has every Application Synced and Healthy, wave by wave, and a change of values arrives in the chart', async () => {
    const { become, test } = await proof({ garden: "namespace({}, [greeter('hello'), note({ after: ['greeter'] })])" })
    expect(await test()).toMatchObject({ code: 0 })
    expect(await arrived()).toEqual({ 'values.yaml': 'greeting: hello\n' })
    const first = await madeAt('configmap', 'greeter-stub', 'garden')
    expect(await madeAt('application', 'garden.note', 'argocd')).toBeGreaterThanOrEqual(first)

    await become('Say goodbye', { garden: "namespace({}, [greeter('goodbye'), note()])" })
    expect(await test()).toMatchObject({ code: 0 })
    expect(await arrived()).toEqual({ 'values.yaml': 'greeting: goodbye\n' })
  })

  test('loses what left the fleet, the last component of a namespace too, and keeps the namespace', async () => {
    const { become, test } = await proof({
      garden: "namespace({}, [greeter('hello'), note()])",
      shed: 'namespace({}, [note()])',
    })
    expect(await test()).toMatchObject({ code: 0 })
    expect(await object('configmap', 'note', 'shed')).toBeDefined()

    await become('Greet no more, give up the shed', { garden: 'namespace({}, [note()])' })
    expect(await test()).toMatchObject({ code: 0 })
    expect(await arrived()).toBeUndefined()
    expect(await object('configmap', 'note', 'shed')).toBeUndefined()
    expect(await object('configmap', 'note', 'garden')).toMatchObject({ data: { text: 'still here' } })
    expect(await object('namespace', 'shed')).toMatchObject({ status: { phase: 'Active' } })
    expect(await object('appproject', 'shed.note', 'argocd')).toBeUndefined()
  })

  test('says what it cannot apply, with its place in the fleet, and the next push mends it', async () => {
    const garden = (kind: string) => `namespace({}, [words('${kind}'), note({ after: ['words'] })])`
    const { become, test } = await proof({ garden: garden('Nonsense') })
    const { code, said } = await test('--timeout', '40s')
    expect(code).toBe(1)
    expect(said).toMatch(/^generators\/fleet\.ts:\d+:\d+ {2}clusters\.proof\.namespaces\.garden\.words$/m)
    expect(said).toMatch(/Application argocd\/garden\.words is not Ready: .*"Nonsense" CRD/)
    expect(await object('application', 'garden.note', 'argocd')).toBeUndefined()

    await become('Talk sense', { garden: garden('ConfigMap') })
    expect(await test()).toMatchObject({ code: 0 })
    expect(await object('configmap', 'words', 'garden')).toBeDefined()
    expect(await object('configmap', 'note', 'garden')).toBeDefined()
  })
})
