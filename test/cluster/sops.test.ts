import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fleetOf } from './fleet.ts'
import { kubectl, object, without } from './lab.ts'
import { type Scratch, scratch } from './scratch.ts'

const missing = without('sops')
const file = 'apps/clusters/proof/vault/secrets/token.sops.yaml'
const plain = 'open sesame'

/** A new age key, in the format of age-keygen. */
const newKey = async (): Promise<string> => (await execa('age-keygen', { stdin: 'ignore' })).stdout

/** A scratch whose fleet has one Secret, which a person encrypted for the key and committed. */
const encryptedFor = async (key: string): Promise<Scratch> => {
  const proof = await scratch()
  const recipient = /public key: (\S+)/.exec(key)![1]!
  const settings = ['--age', recipient, '--encrypted-regex', '^(data|stringData)$']
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'token' }, stringData: { token: plain } }
  proof.write(file, JSON.stringify(secret))
  await execa('sops', ['--encrypt', ...settings, '--input-type', 'json', '--output-type', 'yaml', '--in-place', file], {
    cwd: proof.root,
  })
  proof.write('generators/fleet.ts', fleetOf({ vault: 'namespace({ secrets: { token: sops() } }, [note()])' }))
  await proof.push('Keep a token, encrypted')
  return proof
}

/** Gives Flux a key where it looks for it: beside the Kustomization that decrypts. */
const giveFlux = async (key: string): Promise<void> => {
  await kubectl(['create', 'namespace', 'vault'])
  onTestFinished(async () => void (await kubectl(['delete', 'namespace', 'vault'])))
  const metadata = { name: 'sops-age', namespace: 'vault' }
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata, stringData: { 'age.agekey': key } }
  await kubectl(['create', '-f', '-'], JSON.stringify(secret))
}

describe.skipIf(missing !== undefined)(missing ?? 'a Secret encrypted with SOPS', () => {
  test('is decrypted in the cluster, and nowhere else', async () => {
    const key = await newKey()
    const { root, test } = await encryptedFor(key)
    expect(readFileSync(join(root, file), 'utf8')).not.toContain(plain)
    await giveFlux(key)
    expect(await test()).toMatchObject({ code: 0 })
    const { data } = (await object('secret', 'token', 'vault')) as { data?: { token: string } }
    expect(Buffer.from(data?.token ?? '', 'base64').toString()).toBe(plain)
  })

  test('is not tried without a key: the missing Secret is named, with its place in the fleet', async () => {
    const { test } = await encryptedFor(await newKey())
    const { code, said } = await test()
    expect(code).toBe(1)
    expect(said).toMatch(/^generators\/fleet\.ts:\d+:\d+ {2}clusters\.proof\.namespaces\.vault\.secrets$/m)
    expect(said).toContain('the Secret vault/sops-age is not there')
  })

  test('that the key does not open is told in the words of the controller, with its place in the fleet', async () => {
    const { test } = await encryptedFor(await newKey())
    await giveFlux(await newKey())
    const { code, said } = await test('--timeout', '15s')
    expect(code).toBe(1)
    expect(said).toMatch(/^generators\/fleet\.ts:\d+:\d+ {2}clusters\.proof\.namespaces\.vault\.secrets$/m)
    expect(said).toMatch(/Kustomization vault\/secrets is not Ready: .*decrypt/)
    expect(await object('secret', 'token', 'vault')).toBeUndefined()
  })
})
