import type { Problem } from '../../problem.ts'
import { annotationLimit } from '../annotation-limit.ts'
import { objectsOf } from '../objects.ts'
import type { Rule } from '../rule.ts'

export const serverSideApply: Rule = {
  name: 'server-side-apply',
  because: 'client-side apply keeps the whole object in an annotation, and 256 KiB are too much for one',
  check: ({ placements }) =>
    placements.flatMap(objectsOf).flatMap(({ object, place }): readonly Problem[] => {
      const options = 'argocd.argoproj.io/sync-options'
      const asked = String(object.metadata.annotations?.[options] ?? '').split(',')
      const isClientSide = asked.includes('ServerSideApply=false')
      if (!isClientSide || JSON.stringify(object).length <= annotationLimit) return []
      return [
        {
          rule: serverSideApply.name,
          place: place(['metadata', 'annotations', options]),
          reason: `${object.kind} ${object.metadata.name} is too large for client-side apply, which it asks Argo CD for`,
          fix: 'remove ServerSideApply=false',
        },
      ]
    }),
}
