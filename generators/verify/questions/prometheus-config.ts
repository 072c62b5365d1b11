import { objectName } from '../../kubernetes-object.ts'
import { type BuiltFolder, from } from '../built-folder.ts'
import { dataOf } from '../config-map.ts'
import { viewOf } from './container-view.ts'
import type { Question } from './question.ts'
import { relocated } from './relocated.ts'

const names = ['prometheus.yml', 'prometheus.yaml']

/** Every Prometheus configuration in a ConfigMap, together with the rule files that it names. */
export const prometheusConfigs = (built: BuiltFolder): readonly Question[] =>
  built.objects
    .filter(({ kind }) => kind === 'ConfigMap')
    .flatMap((configMap) =>
      names.flatMap((name) => {
        const { [name]: text, ...others } = dataOf(configMap)
        if (text === undefined) return []
        const { files } = viewOf(configMap, built.objects)
        // Jobs may stand in files of their own, which name the Pod's token as well.
        const told = Object.entries({ ...others, [name]: text }).map(([path, text]) => ({
          path,
          ...relocated(text, namesFile),
        }))
        const brought = [...files].map(([path, content]) => ({ path: path.slice(1), content }))
        // What comes from elsewhere, such as the Pod's token, is there once it runs.
        const standIns = told
          .flatMap(({ paths }) => paths)
          .filter((path) => !namesRules(path) && !files.has(`/${path}`))
        return [
          {
            reader: 'promtool' as const,
            noun: 'configuration',
            about: `${name} in ${from(objectName(configMap), built)}`,
            place: built.place,
            args: ['check', 'config', name],
            files: [
              ...standIns.map((path) => ({ path, content: '' })),
              ...brought,
              ...told.map(({ path, text }) => ({ path, content: text })),
            ],
          },
        ]
      }),
    )

/** Rule files are named in one place, and every other file by a key that says so. */
const namesFile = (keys: readonly string[]): boolean =>
  keys.at(-1) === 'rule_files' || /_files?$/.test(keys.at(-1) ?? '')
const namesRules = (path: string): boolean => /\.ya?ml$|\*/.test(path)
