import { count, growth, maxBy, perSecond } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import { from } from '../../objects/grafana/panel.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { stat } from '../../objects/grafana/stat.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'
import { byCluster } from './cluster.ts'
import type { Federated } from './federated.ts'
import { gpus, nodeVariable } from './gpu-node.ts'

/** One GPU of all clusters. Whose Pod it belongs to changes, and makes another series of it. */
const each = 'cluster_id, Hostname, gpu'
const legend = '{{cluster_id}} {{Hostname}} {{gpu}}'

/** A panel with a line a GPU. */
const lines = (
  metrics: Prometheus,
  title: string,
  what: string,
  settings: { unit?: string; description?: string } = {},
) => timeseries(title, { ...settings, queries: [metrics(maxBy(each, what), legend)] })

const used = gpus('DCGM_FI_DEV_FB_USED')
const free = gpus('DCGM_FI_DEV_FB_FREE')
/** DCGM counts mebibytes. */
const mebibyte = 1024 * 1024
/** And megahertz. */
const megahertz = 1_000_000

const glance = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'At a glance',
    height: 4,
    panels: [
      stat('GPUs', { queries: [metrics(count(`group by (${each}) (${gpus('DCGM_FI_DEV_GPU_UTIL')})`))] }),
      stat('Busy', { unit: 'percent', queries: [metrics(`avg(${gpus('DCGM_FI_DEV_GPU_UTIL')})`)] }),
      stat('Memory in use', {
        unit: 'percentunit',
        queries: [metrics(`sum(${used}) / (sum(${used}) + sum(${free}))`)],
        thresholds: from(0.9, 'orange'),
      }),
      stat('Hottest', {
        unit: 'celsius',
        queries: [metrics(`max(${gpus('DCGM_FI_DEV_GPU_TEMP')})`)],
        thresholds: from(85, 'red'),
      }),
      stat('Power', { unit: 'watt', queries: [metrics(`sum(${gpus('DCGM_FI_DEV_POWER_USAGE')})`)] }),
      stat('GPUs with XID errors', {
        description: 'Those whose last error is not cleared. Its number says what happened: NVIDIA lists them.',
        queries: [metrics(count(`${gpus('DCGM_FI_DEV_XID_ERRORS')} > 0`))],
        thresholds: from(1, 'red'),
      }),
    ],
  },
]

const work = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Work',
    height: 8,
    panels: [
      lines(metrics, 'Busy', gpus('DCGM_FI_DEV_GPU_UTIL'), { unit: 'percent' }),
      timeseries('Busy, by cluster', {
        unit: 'percent',
        queries: [metrics(`avg by (cluster_id) (${gpus('DCGM_FI_DEV_GPU_UTIL')})`, '{{cluster_id}}')],
      }),
    ],
  },
  {
    height: 8,
    panels: [
      lines(metrics, 'Engine active', gpus('DCGM_FI_PROF_GR_ENGINE_ACTIVE'), {
        unit: 'percentunit',
        description: 'The share of time in which any part of it computes.',
      }),
      lines(metrics, 'Tensor cores active', gpus('DCGM_FI_PROF_PIPE_TENSOR_ACTIVE'), { unit: 'percentunit' }),
      lines(metrics, 'Memory interface active', gpus('DCGM_FI_PROF_DRAM_ACTIVE'), { unit: 'percentunit' }),
      lines(metrics, 'Copying', gpus('DCGM_FI_DEV_MEM_COPY_UTIL'), { unit: 'percent' }),
    ],
  },
]

const memory = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Memory',
    height: 8,
    panels: [
      lines(metrics, 'In use', `${used} * ${mebibyte}`, { unit: 'bytes' }),
      lines(metrics, 'Share in use', `${used} / (${used} + ${free})`, { unit: 'percentunit' }),
    ],
  },
]

const heat = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Heat and power',
    height: 8,
    panels: [
      lines(metrics, 'Temperature', gpus('DCGM_FI_DEV_GPU_TEMP'), { unit: 'celsius' }),
      lines(metrics, 'Temperature of the memory', gpus('DCGM_FI_DEV_MEMORY_TEMP'), { unit: 'celsius' }),
      lines(metrics, 'Power', gpus('DCGM_FI_DEV_POWER_USAGE'), { unit: 'watt' }),
    ],
  },
  {
    height: 8,
    panels: [
      timeseries('Energy, by cluster', {
        description: 'What was drawn, on average over the interval. The exporter counts millijoules.',
        unit: 'watt',
        queries: [
          metrics(
            `${byCluster(perSecond(gpus('DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION_total')))} / 1000`,
            '{{cluster_id}}',
          ),
        ],
      }),
      lines(metrics, 'Clock of the cores', `${gpus('DCGM_FI_DEV_SM_CLOCK')} * ${megahertz}`, { unit: 'hertz' }),
      lines(metrics, 'Clock of the memory', `${gpus('DCGM_FI_DEV_MEM_CLOCK')} * ${megahertz}`, { unit: 'hertz' }),
    ],
  },
]

const errors = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Errors',
    height: 8,
    panels: [
      lines(metrics, 'Last XID error', gpus('DCGM_FI_DEV_XID_ERRORS'), { description: '0 where there was none.' }),
      lines(metrics, 'Repeated transfers on the bus', growth(gpus('DCGM_FI_DEV_PCIE_REPLAY_COUNTER_total'))),
      lines(metrics, 'Memory rows given up', gpus('DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS_total'), {
        description: 'A row that could not be corrected is replaced, as long as there are spare ones.',
      }),
    ],
  },
]

/** How busy, how full, how hot and how sound every GPU is. */
export const gpu: Federated = {
  name: 'federation-gpu',
  title: 'GPU Health',
  variables: (uid) => [nodeVariable(uid)],
  bands: (metrics) => [...glance(metrics), ...work(metrics), ...memory(metrics), ...heat(metrics), ...errors(metrics)],
}
