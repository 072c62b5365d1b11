import { describe, expect, test } from 'vitest'
import { fleetOf } from './fleet.ts'
import { missing, object } from './lab.ts'
import { scratch } from './scratch.ts'

/** The ConfigMap that the release takes its values from. */
const valuesName = async (): Promise<string> => {
  const release = (await object('helmrelease', 'greeter', 'garden')) as { spec?: { valuesFrom: { name: string }[] } }
  return release.spec?.valuesFrom[0]?.name ?? 'none'
}

/** What the chart was rendered with. */
const arrived = async () => (await object('configmap', 'greeter-stub', 'garden'))?.data

describe.skipIf(missing !== undefined)(missing ?? 'a change that is pushed', () => {
  test('gives the release another ConfigMap, and arrives in the chart', async () => {
    const { write, push, test } = await scratch()
    write('generators/fleet.ts', fleetOf({ garden: "namespace({}, [greeter('hello')])" }))
    await push('Say hello')
    expect(await test()).toMatchObject({ code: 0 })
    const before = await valuesName()
    expect(await arrived()).toEqual({ 'values.yaml': 'greeting: hello\n' })

    write('generators/fleet.ts', fleetOf({ garden: "namespace({}, [greeter('goodbye')])" }))
    await push('Say goodbye')
    expect(await test()).toMatchObject({ code: 0 })
    expect(await arrived()).toEqual({ 'values.yaml': 'greeting: goodbye\n' })
    expect(await valuesName()).not.toBe(before)
    expect(await object('configmap', before, 'garden')).toBeUndefined()
  })

  test('prunes a component that left the fleet, and keeps its namespace', async () => {
    const { write, push, test } = await scratch()
    const both = { garden: "namespace({}, [greeter('hello'), note()])", shed: 'namespace({}, [note()])' }
    write('generators/fleet.ts', fleetOf(both))
    await push('Greet and note')
    expect(await test()).toMatchObject({ code: 0 })
    expect(await arrived()).toBeDefined()
    expect(await object('configmap', 'note', 'shed')).toBeDefined()

    write('generators/fleet.ts', fleetOf({ garden: 'namespace({}, [note()])' }))
    await push('Greet no more, give up the shed')
    expect(await test()).toMatchObject({ code: 0 })
    expect(await object('helmrelease', 'greeter', 'garden')).toBeUndefined()
    expect(await arrived()).toBeUndefined()
    expect(await object('configmap', 'note', 'shed')).toBeUndefined()
    expect(await object('configmap', 'note', 'garden')).toMatchObject({ data: { text: 'still here' } })
    expect(await object('namespace', 'shed')).toMatchObject({ status: { phase: 'Active' } })
  })
})
