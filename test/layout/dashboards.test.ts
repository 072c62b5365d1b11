import { describe, expect, test } from 'vitest'
import type { CommonOptions, Dashboard } from '../../generators/fleet/component.ts'
import { manifestsComponent } from '../../generators/fleet/define-component.ts'
import { environment } from '../../generators/fleet/environment.ts'
import { fleet } from '../support/fleets.ts'
import { tree } from '../support/tree.ts'

interface Options extends CommonOptions {
  readonly folder?: string
}

/** One dashboard, in the folder that an option names. */
const board = manifestsComponent<Options>({
  name: 'board',
  tier: 'apps',
  options: { folder: () => [] },
  objects: () => [],
  dashboards: ({ folder }): readonly Dashboard[] => [
    { name: 'load', model: { title: 'Load' }, ...(folder === undefined ? {} : { folder }) },
  ],
})

const generated = (path: string, rendered: ReturnType<typeof tree>) =>
  rendered.at(`${path}/monitoring/board/kustomization.yaml`).configMapGenerator

describe('the ConfigMap of a dashboard', () => {
  test('names the folder that the dashboard stands in, for the sidecar to read', () => {
    const rendered = tree(fleet({ a: { components: [board()] } }, {}, [board({ folder: 'Federated Observability' })]))
    expect(generated('apps/base', rendered)).toEqual([
      {
        name: 'board-load-dashboard',
        files: ['load.json'],
        options: {
          disableNameSuffixHash: true,
          labels: { grafana_dashboard: '1' },
          annotations: { grafana_folder: 'Federated Observability' },
        },
      },
    ])
  })

  test('names none where the dashboard stands above all folders', () => {
    const [{ options }] = generated('apps/base', tree(fleet({ a: { components: [board()] } })))
    expect(options).toEqual({ disableNameSuffixHash: true, labels: { grafana_dashboard: '1' } })
  })

  test('is replaced in the layer that moves the dashboard elsewhere', () => {
    const dev = environment({ storageClass: 'local-path' }, [board({ folder: 'Drafts' })])
    const [{ behavior, options }] = generated('apps/dev', tree(fleet({ a: { components: [board()] } }, { dev })))
    expect({ behavior, folder: options.annotations }).toEqual({
      behavior: 'replace',
      folder: { grafana_folder: 'Drafts' },
    })
  })
})
