import { mapIn } from '../../check/map-in.ts'
import { recordsIn } from '../../check/pods.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { count } from '../../review/count.ts'
import { changedLeaves } from './changed-leaves.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import type { Subject } from './subject.ts'

/** Alerts are removed, or whoever sends them is switched off. */
export const alertsLost: Hazard = {
  name: 'alerts-lost',
  among: (subject) => [...removedAlerts(subject), ...switchedOff(subject), ...fluxAlerts(subject)],
}

const because =
  'Nobody will hear of what they watched. Check that something else watches it, or that it is gone as well.'

/** By their names, all objects together: one that moves from one to another is still there. */
const removedAlerts = ({ objects, release }: Subject): readonly Finding[] => {
  const after = new Set([...objects.flatMap((one) => alertsIn(one.after)), ...alertsWithin(release.after)])
  const before = [...objects.flatMap((one) => alertsIn(one.before)), ...alertsWithin(release.before)]
  const gone = [...new Set(before)].filter((name) => !after.has(name))
  return gone.length === 0 ? [] : [{ what: `${count(gone.length, 'alert')} removed: ${listed(gone)}`, because }]
}

/** The alerts of a PrometheusRule, or of a file of rules in a ConfigMap. */
const alertsIn = (object: KubernetesObject | undefined): readonly string[] => {
  if (object === undefined) return []
  if (object.kind === 'PrometheusRule') return alertsOf(object.spec)
  if (object.kind !== 'ConfigMap' || !isRecord(object.data)) return []
  return Object.values(object.data)
    .filter((text) => /^\s*-?\s*["']?alert["']?:/m.test(String(text)))
    .flatMap((text) => alertsOf(mapIn(text)))
}

const alertsOf = (rules: unknown): readonly string[] =>
  recordsIn(at(rules, 'groups'))
    .flatMap(({ record }) => recordsIn(record.rules))
    .flatMap(({ record: { alert } }) => (typeof alert === 'string' ? [alert] : []))

/** Charts take such rules under names of their own. */
const alertsWithin = (values: unknown): readonly string[] =>
  isRecord(values) ? [...alertsOf(values), ...Object.values(values).flatMap(alertsWithin)] : []

const switches =
  /(^|\.)(defaultRules\.(create|rules\.\w+)|(prometheusRules?|alerts?|alerting|alertmanager)\.(enabled|create))$/i

const switchedOff = ({ release, pair }: Subject): readonly Finding[] => {
  if (pair.before?.content.release === undefined || pair.after?.content.release === undefined) return []
  const { name } = pair.after.content.release
  return changedLeaves(release.before, release.after)
    .filter(({ path, before, after }) =>
      switches.test(path)
        ? before !== false && after === false
        : /(^|\.)defaultRules\.disabled\.\w+$/.test(path) && after === true,
    )
    .map(({ path }) => ({ what: `the release ${name} is told to bring fewer alerts (${path})`, because }))
}

/** What Flux itself tells people. */
const fluxAlerts = ({ objects }: Subject): readonly Finding[] =>
  objects.flatMap((one) =>
    one.what === 'removed' &&
    one.identity.group === 'notification.toolkit.fluxcd.io' &&
    /^(Alert|Provider)$/.test(one.identity.kind)
      ? [about(one, 'is removed, and Flux tells nobody by it', because)]
      : [],
  )
