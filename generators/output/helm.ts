import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Ran, runApart } from './program.ts'

/** A helm that answers, and the environment that it runs in. */
export interface Helm {
  readonly program: string
  readonly env: NodeJS.ProcessEnv
}

/** A chart in one version, and the address that it is fetched from. */
export interface ChartVersion {
  readonly name: string
  readonly version: string
  /** `oci://ghcr.io/grafana/helm-charts/loki`, or an HTTP repository. */
  readonly url: string
}

/** What helm is told of a release. */
export interface ReleaseSettings {
  readonly name: string
  readonly namespace: string
  /** Texts of values, each laid over those before it. */
  readonly values: readonly string[]
}

/** Archives of charts, named as helm names them. */
export interface Charts {
  /** Where a chart's archive is, or why it could not be fetched. Undefined where nobody has it. */
  readonly archive: (
    chart: ChartVersion,
  ) => Promise<{ readonly path: string } | { readonly refusal: string } | undefined>
  /** Throws away what was fetched only for now. */
  readonly close: () => void
}

/**
 * The charts of a folder; with `fetching`, others too, from where they are published. Those are kept in the folder, or
 * for now where there is none.
 */
export const openCharts = (helm: Helm, folder: string | undefined, fetching: boolean): Charts => {
  const borrowed = folder === undefined && fetching ? mkdtempSync(join(tmpdir(), 'fleetwright-charts-')) : undefined
  const home = folder === undefined ? borrowed : resolve(folder)
  const known = new Map<string, ReturnType<Charts['archive']>>()
  const find = async (chart: ChartVersion, file: string) => {
    if (home === undefined) return undefined
    const path = join(home, file)
    if (existsSync(path)) return { path }
    if (!fetching) return undefined
    const fetched = await fetch(helm, chart, home)
    return 'refusal' in fetched ? fetched : { path }
  }
  return {
    archive: (chart) => {
      const file = `${chart.name}-${chart.version}.tgz`
      const found = known.get(file) ?? find(chart, file)
      known.set(file, found)
      return found
    },
    close: () => {
      if (borrowed !== undefined) rmSync(borrowed, { recursive: true })
    },
  }
}

const fetch = ({ program, env }: Helm, { name, version, url }: ChartVersion, folder: string): Promise<Ran> => {
  const from = url.startsWith('oci://') ? [url] : [name, '--repo', url]
  return runApart(program, ['pull', ...from, '--version', version, '--destination', folder], { env })
}

/**
 * Renders a release as for a cluster that knows these APIs, with the definitions of custom resources that its chart brings
 * and without its tests, which nobody runs.
 */
export const template = (
  { program, env }: Helm,
  { name, namespace, values }: ReleaseSettings,
  archive: string,
  apiVersions: readonly string[],
): Promise<Ran> => {
  const files = values.map((content, index) => ({ path: `values-${index}.yaml`, content }))
  return runApart(
    program,
    [
      ...['template', name, archive, '--namespace', namespace, '--include-crds', '--skip-tests'],
      ...files.flatMap(({ path }) => ['--values', path]),
      ...apiVersions.flatMap((one) => ['--api-versions', one]),
    ],
    { files, env },
  )
}
