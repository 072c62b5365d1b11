import { describe, expect, test } from 'vitest'
import { without } from '../../support/lab-program.ts'
import { fires, promtool, type Samples, wrongWith } from './promtool.ts'

const edge = 'cluster_id="edge-1",cluster_role="edge"'
const up = `up{${edge},job="otel-agent"}`
const collector = 'cluster_id="hub",job="otel-gateway",instance="10.0.0.1:8888",exporter="otlp_http/loki"'
const queue = `otelcol_exporter_queue_size{${collector},data_type="logs"}`
const capacity = `otelcol_exporter_queue_capacity{${collector},data_type="logs"}`
const sent = `otelcol_exporter_sent_log_records_total{${collector}}`
const gpu = 'cluster_id="edge-1",Hostname="gpu-1",gpu="0",modelName="RTX4000"'
const end =
  'certmanager_certificate_expiration_timestamp_seconds{cluster_id="hub",namespace="observability-hub",name="otel-client-edge-1"'
const day = 86_400

/** What happens, the samples of it, the alert that fires, and in which minutes it does not and does. */
const firing: readonly (readonly [string, Samples, string, number, number])[] = [
  ['an edge that reported reports no more', { [up]: '1x19 _x400' }, 'ClusterSilent', 15, 17],
  ['it has been silent for hours', { [up]: '1x19 _x400' }, 'ClusterSilent', 5, 200],
  ['a queue fills', { [queue]: '0+10x60', [capacity]: '100x60' }, 'CollectorQueueFilling', 13, 14],
  ['a store takes nothing', { [queue]: '5x90', [sent]: '7x90' }, 'CollectorSendsNothing', 9, 10],
  ['nothing could be sent from the start', { [queue]: '5x90' }, 'CollectorSendsNothing', 9, 10],
  [
    'a store refuses for good',
    { [`otelcol_exporter_send_failed_log_records_total{${collector}}`]: '0x9 3x60' },
    'CollectorLosesData',
    4,
    5,
  ],
  [
    'it refuses for the first time, so that nothing was counted before',
    { [`otelcol_exporter_send_failed_spans_total{${collector}}`]: '_x9 3x60' },
    'CollectorLosesData',
    4,
    5,
  ],
  [
    'there is no room in a queue',
    { [`otelcol_exporter_enqueue_failed_metric_points_total{${collector}}`]: '0x9 3x60' },
    'CollectorLosesData',
    4,
    5,
  ],
  [
    'a collector has no memory left',
    { [`otelcol_receiver_refused_spans_total{${collector},receiver="otlp"}`]: '0+1x90' },
    'CollectorRefuses',
    14,
    16,
  ],
  // Whose Pod it belongs to changes meanwhile.
  [
    'a GPU is hot',
    { [`DCGM_FI_DEV_GPU_TEMP{${gpu},pod="a"}`]: '90x7 stale', [`DCGM_FI_DEV_GPU_TEMP{${gpu},pod="b"}`]: '_x8 91x60' },
    'GpuHot',
    4,
    5,
  ],
  ['a GPU has an error for a moment', { [`DCGM_FI_DEV_XID_ERRORS{${gpu}}`]: '0x19 79 0x60' }, 'GpuXidError', 9, 12],
  [
    'Prometheus refuses its rules',
    { 'prometheus_config_last_reload_successful{cluster_id="hub",instance="10.0.0.2:9090"}': '1x9 0x60' },
    'PrometheusReloadFailed',
    14,
    16,
  ],
  ['a certificate is not renewed', { [`${end}}`]: `${13 * day}x200` }, 'CertificateNearEnd', 59, 60],
]

/** What is no reason to wake anybody. */
const quiet: readonly (readonly [string, Samples, string, number])[] = [
  ['an edge reports again', { [up]: '1x19 _x40 1x60' }, 'ClusterSilent', 40],
  ['who was said to be there is not', {}, 'ClusterSilent', 1],
  ['a queue is emptied as fast as it fills', { [queue]: '5x90', [sent]: '0+1x90' }, 'CollectorSendsNothing', 40],
  ['nobody sends anything', { [queue]: '0x90', [sent]: '7x90' }, 'CollectorSendsNothing', 40],
  [
    'what was lost was lost an hour ago',
    { [`otelcol_exporter_send_failed_spans_total{${collector}}`]: '0x9 3x200' },
    'CollectorLosesData',
    70,
  ],
  [
    'Prometheus refused its rules for a moment',
    { 'prometheus_config_last_reload_successful{cluster_id="hub",instance="10.0.0.2:9090"}': '1x9 0x5 1x60' },
    'PrometheusReloadFailed',
    25,
  ],
  ['a GPU is warm', { [`DCGM_FI_DEV_GPU_TEMP{${gpu}}`]: '80x60' }, 'GpuHot', 20],
  ['a GPU never had an error', { [`DCGM_FI_DEV_XID_ERRORS{${gpu}}`]: '0x60' }, 'GpuXidError', 20],
  ['a certificate holds for another month', { [`${end}}`]: `${30 * day}x200` }, 'CertificateNearEnd', 90],
  ['a certificate is the first of its kind', { [`${end}}`]: `${30 * day}x200` }, 'CertificateToCarry', 90],
]

/** The same over days, with a look every twelve hours: whoever is asked for longer than five minutes is forgotten. */
const overDays: readonly (readonly [string, Samples, string, number, number])[] = [
  ['Prometheus is away for half a day', { [up]: '1x3 _x20' }, 'ClusterSilent', 5, 1],
  ['an edge was given up a month ago', { [up]: '1x3 _x99' }, 'ClusterSilent', 40, 0],
  [
    'a certificate was renewed, by the next Pod of cert-manager',
    { [`${end},pod="a"}`]: `${100 * day}x19 stale`, [`${end},pod="b"}`]: `_x20 ${200 * day}x40` },
    'CertificateToCarry',
    16,
    1,
  ],
  [
    'a certificate was renewed more than a week ago',
    { [`${end}}`]: `${100 * day}x19 ${200 * day}x40` },
    'CertificateToCarry',
    18,
    0,
  ],
]

const at = (...minutes: readonly object[]) => ({ promql_expr_test: minutes })

describe.skipIf(promtool === undefined)(promtool === undefined ? `skipped: ${without('promtool')}` : 'an alert', () => {
  test.each(firing)('is told when %s', (_, samples, alert, before, then) => {
    expect(wrongWith(samples, at(fires(alert, before, 0), fires(alert, then, 1)))).toBe('')
  })

  test.each(quiet)('is not told when %s', (_, samples, alert, minute) => {
    expect(wrongWith(samples, at(fires(alert, minute, 0)))).toBe('')
  })

  test.each(overDays)('when %s', (_, samples, alert, days, times) => {
    expect(wrongWith(samples, at(fires(alert, days * 24 * 60, times)), '12h')).toBe('')
  })

  test('says how long an edge is silent, and of one that never spoke that it did not', () => {
    const silent = (cluster: string, how: string) => ({
      exp_labels: { severity: 'critical', cluster_id: cluster, cluster_role: 'edge' },
      exp_annotations: {
        summary: `Nothing arrives from cluster ${cluster}.`,
        description: `The newest sample of cluster ${cluster} is ${how}. Nobody would hear if it failed.`,
        runbook_url: 'https://github.com/example/platform/blob/main/docs/runbooks/ClusterSilent.md',
      },
    })
    const told = [silent('edge-1', '1h 50m 30s old'), silent('edge-9', '2h 0m 0s old')]
    const asked = { alertname: 'ClusterSilent', eval_time: '120m', exp_alerts: told }
    expect(wrongWith({ [up]: '1x19 _x400' }, { alert_rule_test: [asked] })).toBe('')
  })
})
