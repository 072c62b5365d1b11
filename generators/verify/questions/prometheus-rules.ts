import { stringify } from 'yaml'
import { objectName } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { type BuiltFolder, from } from '../built-folder.ts'
import type { Question } from './question.ts'

/** Every PrometheusRule, as the rule file that the operator makes of it. */
export const prometheusRules = (built: BuiltFolder): readonly Question[] =>
  built.objects
    .filter(({ apiVersion, kind }) => apiVersion.startsWith('monitoring.coreos.com/') && kind === 'PrometheusRule')
    .map((rule) => ({
      reader: 'promtool',
      noun: 'rule file',
      about: from(objectName(rule), built),
      place: built.place,
      args: ['check', 'rules', 'rules.yaml'],
      files: [{ path: 'rules.yaml', content: stringify({ groups: groupsOf(at(rule, 'spec.groups')) }) }],
    }))

/** What is for Thanos alone never gets into the file that Prometheus reads. */
const groupsOf = (groups: unknown): readonly object[] =>
  ((groups ?? []) as readonly Readonly<Record<string, unknown>>[]).map(
    ({ partial_response_strategy: _, ...group }) => group,
  )
