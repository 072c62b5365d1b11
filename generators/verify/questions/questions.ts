import type { BuiltFolder } from '../built-folder.ts'
import { alertmanagerConfigs } from './alertmanager-config.ts'
import { collectorConfigs } from './collector-config.ts'
import { prometheusConfigs } from './prometheus-config.ts'
import { prometheusRules } from './prometheus-rules.ts'
import type { Question } from './question.ts'

/** All that a folder holds for programs which can check it before a cluster has to. */
export const questionsOf = (built: BuiltFolder): readonly Question[] =>
  [prometheusRules, prometheusConfigs, alertmanagerConfigs, collectorConfigs].flatMap((ask) => ask(built))
