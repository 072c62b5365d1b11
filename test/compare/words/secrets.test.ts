import { describe, expect, test } from 'vitest'
import { object, said } from './said.ts'

describe('Secrets', () => {
  const external = `{ apiVersion: v1, kind: ExternalSecret, metadata: { name: from-vault }, spec: { target: { name: login } } }`
  const encrypted = (password: string) =>
    `{ apiVersion: v1, kind: Secret, metadata: { name: login }, stringData: { password: ${password} }, sops: { mac: x } }`

  test('from another source say from where to where', () => {
    expect(said({ objects: external }, { objects: encrypted('a') })).toEqual([
      'Secret source of login: an ExternalSecret → SOPS',
    ])
  })

  test('never say what is in them', () => {
    const words = said({ objects: encrypted('hunter2') }, { objects: encrypted('swordfish') })
    expect(words).toEqual(['Secret login: what SOPS says changed'])
  })

  test('that get a source say which', () => {
    expect(said({ objects: object('Role', '') }, { objects: `${object('Role', '')}\n---\n${external}` })).toEqual([
      'Secret login comes from an ExternalSecret now',
    ])
  })
})
