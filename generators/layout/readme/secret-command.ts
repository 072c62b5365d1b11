import type { PlannedSecret } from '../../plan/placement.ts'

/** The command by which a person makes a Secret that is not in the tree, mostly with a gap for each value. */
export const secretCommand = ({ name, namespace, keys, command }: PlannedSecret): string =>
  command === undefined ? typedIn(name, namespace, keys) : `${command} -n ${namespace}`

const typedIn = (name: string, namespace: string, keys: readonly string[]): string =>
  isCertificate(keys)
    ? `kubectl create secret tls ${name} -n ${namespace} --cert=tls.crt --key=tls.key`
    : [`kubectl create secret generic ${name} -n ${namespace}`, ...keys.map(gap)].join(' ')

const isCertificate = (keys: readonly string[]): boolean => keys.length === 2 && keys.join(' ') === 'tls.crt tls.key'

/** A key that is called like a file holds one. */
const gap = (key: string): string => (key.includes('.') ? `--from-file=${key}` : `--from-literal=${key}='…'`)
