import type { CapabilityOf, Requirement } from '../../../fleet/capability.ts'
import { loadBalancer } from '../../../objects/kubernetes/load-balancer.ts'
import type { LoadBalancerOptions } from '../options.ts'
import { loginFile, loginFolder, tlsFolder, tlsPort } from './nginx.ts'

type Entrance = LoadBalancerOptions | undefined

/** Whether people come in from outside. */
export const isOpen = (options: Entrance): boolean => options?.host !== undefined

const port = { name: 'https', port: tlsPort } as const

export const entrancePorts = (options: Entrance) => (isOpen(options) ? [port] : [])

/** The load balancer that leads to the demo's login. */
export const entrance = (demo: string, options: Entrance) =>
  isOpen(options)
    ? [
        loadBalancer({
          name: `${demo}-external`,
          workload: demo,
          annotations: options?.annotations,
          ports: [{ name: port.name, port: 443, to: port.name }],
        }),
      ]
    : []

const keys = { certificate: ['tls.crt', 'tls.key'], login: [loginFile] } as const

/** The Secrets of a way in, each where nginx looks for it. */
const secretsOf = (options: Entrance) =>
  isOpen(options)
    ? [
        { volume: 'certificate', name: options?.certificate?.secret, keys: keys.certificate, folder: tlsFolder },
        { volume: 'login', name: options?.login?.secret, keys: keys.login, folder: loginFolder },
      ]
    : []

export const entranceVolumes = (options: Entrance) =>
  secretsOf(options).map(({ volume, name }) => ({ name: volume, secret: { secretName: name } }))

export const entranceMounts = (options: Entrance) =>
  secretsOf(options).map(({ volume, folder }) => ({ name: volume, mountPath: folder, readOnly: true }))

export const entranceSecrets = (options: Entrance): readonly Requirement[] =>
  secretsOf(options).flatMap(({ name, keys }) => (name === undefined ? [] : [{ kind: 'secret', name, keys }]))

/** The way in, as people know it. */
export const doorOf = (to: string, options: Entrance): readonly CapabilityOf<'door'>[] =>
  isOpen(options)
    ? [
        {
          kind: 'door',
          to,
          authenticated: true,
          how: `LoadBalancer https://${options?.host}`,
          login: `a name and a password of the Secret \`${options?.login?.secret}\``,
        },
      ]
    : []
