import { recordsIn } from '../../check/pods.ts'
import { at } from '../../plan/values.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'

/** A CustomResourceDefinition answers no longer in a version that it had. */
export const definitionVersionGoes: Hazard = {
  name: 'definition-version-goes',
  among: ({ objects }) =>
    objects.flatMap((one): readonly Finding[] => {
      if (one.what !== 'changed' || one.after?.kind !== 'CustomResourceDefinition') return []
      const served = versionsOf(one.after)
      const gone = versionsOf(one.before).filter((version) => !served.includes(version))
      return gone.length === 0 ? [] : [about(one, `no longer serves ${listed(gone)}`, because)]
    }),
}

const because =
  'Whoever still writes objects in that version is refused, and the API server refuses to drop a version that objects are stored in. Move them to the new version first.'

const versionsOf = (definition: unknown): readonly string[] =>
  recordsIn(at(definition, 'spec.versions')).flatMap(({ record }) =>
    record.served === false ? [] : [String(record.name)],
  )
