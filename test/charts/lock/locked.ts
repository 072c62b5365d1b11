import type { LockedChart } from '../../../generators/charts/lock/chart-lock.ts'

const urls: Readonly<Record<string, string>> = {
  store: 'oci://registry.example/charts/store',
  sender: 'https://charts.example',
}

/** A digest that people can tell from another. */
export const digest = (digit: string): string => `sha256:${digit.repeat(64)}`

/** A chart of the test fleets, locked. */
export const locked = (name: string, version: string, digit = '1'): LockedChart => ({
  name,
  url: urls[name] ?? `oci://registry.example/charts/${name}`,
  version,
  digest: digest(digit),
})
