import type { Rule } from '../rule.ts'

export const somethingToApply: Rule = {
  name: 'something-to-apply',
  because: 'Flux is Ready with a folder that builds to nothing, and nobody notices that the application is not there',
  check: ({ placements }) =>
    placements.flatMap(({ name, layer, place }) =>
      layer.kind === 'helm' || layer.objects.length + layer.dashboards.length + layer.people.length > 0
        ? []
        : [
            {
              rule: somethingToApply.name,
              place,
              reason: `${name} brings no object at all`,
              fix: 'give it objects, or remove it',
            },
          ],
    ),
}
