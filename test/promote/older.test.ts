import { expect, test } from 'vitest'
import { isOlder } from '../../generators/promote/older.ts'

test.each([
  ['1.9.0', '1.10.0'],
  ['v2.13.0', '3.0.0'],
  ['1.2', '1.2.1'],
  ['1.0.0-rc.2', '1.0.0-rc.10'],
  ['1.0.0-rc.1', '1.0.0'],
  ['docker.io/cloudflare/cloudflared:2026.8.2', 'docker.io/cloudflare/cloudflared:2026.11.0'],
  ['ghcr.io:443/a/b:1.0.0@sha256:0011', 'ghcr.io:443/a/b:1.0.1@sha256:0000'],
])('%s is older than %s, and not the other way round', (one, other) => {
  expect([isOlder(one, other), isOlder(other, one)]).toEqual([true, false])
})

test.each([
  ['1.2.0', '1.2'],
  ['1.0.0+build.1', '1.0.0+build.2'],
  ['a@sha256:0011', 'a@sha256:0022'],
])('nobody can say which of %s and %s is older', (one, other) => {
  expect([isOlder(one, other), isOlder(other, one)]).toEqual([false, false])
})
