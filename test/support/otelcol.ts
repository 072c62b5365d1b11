import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { toYaml } from '../../generators/output/yaml/emit.ts'

const places = [
  process.env.OTELCOL,
  'otelcol',
  join(process.env.LAB_HOME ?? join(homedir(), '.cache/gitops-lab'), 'bin/otelcol'),
]

/** A collector to run, or undefined. */
export const otelcol: string | undefined = places.find(
  (place) => place !== undefined && spawnSync(place, ['--version']).status === 0,
)

/** Why a test that needs one is skipped. */
export const noOtelcol =
  'no OpenTelemetry collector: set OTELCOL to one, or build it with ../shared/lab/build telemetry'

/** What the real collector says of a configuration in an environment: nothing when it is valid. */
export const saidBy = (config: unknown, environment: Readonly<Record<string, string>> = {}): string =>
  withFile(config, (file) => {
    const env = { ...process.env, ...environment }
    const { status, stderr } = spawnSync(otelcol!, ['validate', '--config', file], { encoding: 'utf8', env })
    return status === 0 ? '' : stderr
  })

/** A configuration as the real collector understands it, with every `${…}` and `$$` resolved. */
export const understood = (config: unknown): string =>
  withFile(config, (file) =>
    execFileSync(otelcol!, ['print-config', '--mode=unredacted', '--config', file], { encoding: 'utf8' }),
  )

const withFile = <T>(config: unknown, use: (file: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'otelcol-'))
  try {
    const file = join(folder, 'config.yaml')
    writeFileSync(file, toYaml(config))
    return use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
