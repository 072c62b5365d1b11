import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readInputs } from '../../generators/output/reader.ts'
import { emptyRoot, put } from './sandbox.ts'

test('inputs are read by path; what is absent, or no file, is undefined', () => {
  const root = emptyRoot()
  put(root, 'clusters/homelab/secrets.sops.yaml', 'data: ENC[…]\n')
  mkdirSync(join(root, 'apps'))
  const paths = ['clusters/homelab/secrets.sops.yaml', 'clusters/homelab/absent.yaml', 'apps']
  expect([...readInputs(root, paths)]).toEqual([
    ['clusters/homelab/secrets.sops.yaml', 'data: ENC[…]\n'],
    ['clusters/homelab/absent.yaml', undefined],
    ['apps', undefined],
  ])
})
