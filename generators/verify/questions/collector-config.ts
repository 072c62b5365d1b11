import { isMap, parseDocument } from 'yaml'
import { mapIn } from '../../check/map-in.ts'
import { objectName } from '../../kubernetes-object.ts'
import { type BuiltFolder, from } from '../built-folder.ts'
import { dataOf } from '../config-map.ts'
import { viewOf } from './container-view.ts'
import type { Question } from './question.ts'
import { relocated } from './relocated.ts'

/** Every configuration of an OpenTelemetry collector in a ConfigMap. */
export const collectorConfigs = (built: BuiltFolder): readonly Question[] =>
  built.objects
    .filter(({ kind }) => kind === 'ConfigMap')
    .flatMap((configMap) =>
      Object.entries(dataOf(configMap))
        .filter(([key, text]) => /\.ya?ml$/.test(key) && isCollector(text))
        .map(([key, text]) => {
          const { text: content, paths } = relocated(text, namesFolder)
          return {
            reader: 'otelcol',
            noun: 'configuration',
            about: `${key} in ${from(objectName(configMap), built)}`,
            place: built.place,
            args: ['validate', '--config', 'config.yaml'],
            // The collector wants its folders to exist where it is asked, as they will where it runs.
            files: [
              { path: 'config.yaml', content: withoutAccount(content) },
              ...paths.map((path) => ({ path: `${path}/`, content: '' })),
            ],
            env: viewOf(configMap, built.objects).env,
          }
        }),
    )

const isCollector = (text: string): boolean => {
  const config = text.includes('receivers') ? mapIn(text) : undefined
  return config !== undefined && 'receivers' in config && 'service' in config
}

/** `extensions.file_storage/queue.directory`, and the same below `compaction`. */
const namesFolder = ([top, extension = '', ...rest]: readonly string[]): boolean =>
  top === 'extensions' && extension.startsWith('file_storage') && rest.at(-1) === 'directory'

/** The kubelet's receiver reads its account's certificate even to be validated, and only a Pod has one. */
const withoutAccount = (text: string): string => {
  const document = parseDocument(text)
  const receivers = document.get('receivers')
  if (!isMap(receivers)) return text
  const ofKubelets = receivers.items.flatMap(({ key, value }) =>
    /^kubelet_?stats(\/|$)/.test(String(key)) && isMap(value) && value.get('auth_type') === 'serviceAccount'
      ? [value]
      : [],
  )
  for (const receiver of ofKubelets) receiver.set('auth_type', 'none')
  return ofKubelets.length === 0 ? text : document.toString({ lineWidth: 0 })
}
