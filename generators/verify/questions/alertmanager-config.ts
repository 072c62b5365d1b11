import { type KubernetesObject, objectName } from '../../kubernetes-object.ts'
import { type BuiltFolder, from } from '../built-folder.ts'
import { dataOf } from '../config-map.ts'
import type { Question } from './question.ts'

const names = ['alertmanager.yml', 'alertmanager.yaml']

/** Every Alertmanager configuration that can be read: in a ConfigMap, or in a Secret that nobody encrypted. */
export const alertmanagerConfigs = (built: BuiltFolder): readonly Question[] =>
  built.objects.flatMap((object) => {
    const texts = textsOf(object)
    return names
      .filter((name) => texts[name] !== undefined && object.sops === undefined)
      .map((name) => ({
        reader: 'amtool',
        noun: 'configuration',
        about: `${name} in ${from(objectName(object), built)}`,
        place: built.place,
        args: ['check-config', name],
        files: Object.entries(texts).map(([path, content]) => ({ path, content })),
      }))
  })

const textsOf = (object: KubernetesObject): Readonly<Record<string, string>> => {
  if (object.kind === 'ConfigMap') return dataOf(object)
  if (object.kind !== 'Secret') return {}
  const decoded = Object.entries(dataOf(object)).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()])
  return { ...Object.fromEntries(decoded), ...(object.stringData as object | undefined) }
}
