import type { Problem } from '../../problem.ts'
import { ownKustomizations } from '../flux-kustomizations.ts'
import type { Rule } from '../rule.ts'

export const noSubstitution: Rule = {
  name: 'no-substitution',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what it is about
  because: "substitution took a dashboard's ${datasource} for a variable of its own, and left an empty text behind",
  check: ({ placements }) =>
    ownKustomizations(placements).flatMap(({ spec, name, place }): readonly Problem[] =>
      spec.postBuild === undefined
        ? []
        : [
            {
              rule: noSubstitution.name,
              place: place(['spec', 'postBuild']),
              reason: `Kustomization ${name} replaces every \${…} in what it applies, those of dashboards and configurations too`,
              fix: 'remove postBuild, and write the values where they are needed',
            },
          ],
    ),
}
