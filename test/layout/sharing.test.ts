import { expect, test } from 'vitest'
import { sharing } from '../../generators/layout/sharing.ts'

const named = ({ name }: { readonly name: string }) => ({ kind: 'Named', name })
const shouted = ({ name }: { readonly name: string }) => ({ kind: 'Shouted', name: name.toUpperCase() })

test('of settings that are alike one object is made, of others another', () => {
  const share = sharing()
  const first = share(named, { name: 'a' })
  expect(first).toEqual({ kind: 'Named', name: 'a' })
  expect(share(named, { name: 'a' })).toBe(first)
  expect(share(named, { name: 'b' })).toEqual({ kind: 'Named', name: 'b' })
  expect(share(shouted, { name: 'a' })).toEqual({ kind: 'Shouted', name: 'A' })
})
