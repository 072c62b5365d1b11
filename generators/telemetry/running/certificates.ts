import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { clientSecretOf } from '../../catalogue/federation-certificates/names.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import type { Federation } from '../federation.ts'
import { loopback } from '../moving/addresses.ts'

/** Folders with `tls.crt`, `tls.key` and `ca.crt`. */
export interface Certificates {
  /** Of the Secret that a container of a cluster mounts. */
  readonly of: (cluster: string, secret: string) => string
  /** For the edge, by an authority that is not the hub's. */
  readonly stranger: string
  /** For whoever serves or asks on loopback and is no part of the federation. */
  readonly anybody: string
}

/**
 * Makes with openssl what the hub's cert-manager would make of the Certificates in the tree: an authority, and what it
 * signs, with their names and usages. Servers are called by the address of loopback as well. They last a day.
 */
export const makeCertificates = async (
  openssl: string,
  { hub, edge }: Federation,
  folder: string,
): Promise<Certificates> => {
  const wanted = hub.objects.filter(({ kind }) => kind === 'Certificate').map(wantedBy)
  const ca = wanted.find(({ isCa }) => isCa)?.secret ?? 'ca'
  const make = maker(openssl, folder)
  for (const authority of [ca, 'strangers']) await make.authority(authority)
  for (const one of wanted) if (!one.isCa) await make.signed(ca, one)
  const client = wanted.find(({ secret }) => secret === clientSecretOf(edge.cluster))
  if (client !== undefined) await make.signed('strangers', { ...client, secret: 'stranger' })
  await make.signed(ca, { secret: 'anybody', isCa: false, names: [], usages: ['server auth', 'client auth'] })
  return {
    // The edge's is made at the hub, and carried.
    of: (cluster, secret) => join(folder, cluster === edge.cluster ? clientSecretOf(edge.cluster) : secret),
    stranger: join(folder, 'stranger'),
    anybody: join(folder, 'anybody'),
  }
}

interface Wanted {
  readonly secret: string
  readonly isCa: boolean
  readonly commonName?: string
  readonly names: readonly string[]
  readonly usages: readonly string[]
}

const wantedBy = (certificate: KubernetesObject): Wanted => {
  const {
    secretName,
    isCA = false,
    dnsNames = [],
    usages = [],
    commonName,
  } = at(certificate, 'spec') as CertificateSpec
  return {
    secret: secretName,
    isCa: isCA,
    names: dnsNames,
    usages,
    ...(commonName === undefined ? {} : { commonName }),
  }
}

interface CertificateSpec {
  readonly secretName: string
  readonly isCA?: boolean
  readonly commonName?: string
  readonly dnsNames?: readonly string[]
  readonly usages?: readonly string[]
}

const purposes: Readonly<Record<string, string>> = { 'server auth': 'serverAuth', 'client auth': 'clientAuth' }

const maker = (openssl: string, folder: string) => {
  const run = (...args: readonly string[]) => execa(openssl, args, { cwd: folder, stdin: 'ignore' })
  const key = (name: string) => [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    `${name}/tls.key`,
  ]
  return {
    authority: async (name: string) => {
      mkdirSync(join(folder, name), { recursive: true })
      await run('req', '-x509', ...key(name), '-days', '1', '-subj', `/CN=${name}`, '-out', `${name}/tls.crt`)
    },
    signed: async (by: string, { secret, commonName = secret, names, usages }: Wanted) => {
      mkdirSync(join(folder, secret), { recursive: true })
      const extended = usages.flatMap((usage) => purposes[usage] ?? [])
      const alternatives = usages.includes('server auth')
        ? [`IP:${loopback}`, ...names.map((name) => `DNS:${name}`)]
        : []
      const extensions = [
        `extendedKeyUsage=${extended.join(',')}`,
        ...(alternatives.length === 0 ? [] : [`subjectAltName=${alternatives.join(',')}`]),
      ]
      writeFileSync(join(folder, secret, 'extensions'), extensions.join('\n'))
      await run('req', ...key(secret), '-subj', `/CN=${commonName}`, '-out', `${secret}/request`)
      const authority = ['-CA', `${by}/tls.crt`, '-CAkey', `${by}/tls.key`, '-CAcreateserial', '-days', '1']
      await run(
        'x509',
        '-req',
        '-in',
        `${secret}/request`,
        ...authority,
        '-extfile',
        `${secret}/extensions`,
        '-out',
        `${secret}/tls.crt`,
      )
      copyFileSync(join(folder, by, 'tls.crt'), join(folder, secret, 'ca.crt'))
    },
  }
}
