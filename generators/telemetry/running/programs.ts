import { accessSync, constants } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** What has to be at hand: the variable that may name its place, and where people get it. */
const needed = {
  otelcol: {
    variable: 'OTELCOL',
    from: 'github.com/open-telemetry/opentelemetry-collector-releases, the distribution contrib',
  },
  prometheus: { variable: 'PROMETHEUS', from: 'prometheus.io/download' },
  loki: { variable: 'LOKI', from: 'github.com/grafana/loki/releases' },
  openssl: { variable: 'OPENSSL', from: 'your system' },
} as const

export type ProgramName = keyof typeof needed

/** Where each program is, absolute: they are started without a path to look on. */
export type Programs = Readonly<Record<ProgramName, string>>

/** Every program, from its variable or the path; or, for people, those that are missing and how to get them. */
export const findPrograms = (
  environment: NodeJS.ProcessEnv,
): { readonly programs: Programs } | { readonly missing: readonly string[] } => {
  const found = Object.entries(needed).map(([name, { variable, from }]) => {
    const place = placeOf(environment[variable] || name, environment)
    return place === undefined
      ? { missing: `${name}: set ${variable} or put it on the PATH (${from})` }
      : { program: [name, place] as const }
  })
  const missing = found.flatMap((one) => one.missing ?? [])
  if (missing.length > 0) return { missing }
  return { programs: Object.fromEntries(found.flatMap(({ program }) => (program ? [program] : []))) as Programs }
}

const placeOf = (program: string, { PATH = '' }: NodeJS.ProcessEnv): string | undefined =>
  program.includes('/')
    ? [resolve(program)].find(isExecutable)
    : PATH.split(delimiter)
        .map((folder) => join(resolve(folder), program))
        .find(isExecutable)

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
