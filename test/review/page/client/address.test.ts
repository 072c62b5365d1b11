import { expect, test } from 'vitest'
import { addressOf, idIn } from '../../../../generators/review/page/client/address.ts'

test.each([
  ['prod/web', '#prod/web'],
  ['prod/a b#c%d', '#prod/a%20b%23c%25d'],
  ['prod/"><img>', '#prod/%22%3E%3Cimg%3E'],
])('the change %s has the address %s, and is found by it', (id, address) => {
  expect(addressOf(id)).toBe(address)
  expect(idIn(address)).toBe(id)
})

test.each([[''], ['#'], ['#%']])('the address "%s" names no change', (hash) => {
  expect(idIn(hash)).toBeUndefined()
})
