import { type Place, placeName } from '../problem.ts'

const fleet = ' in generators/fleet.ts.'
const command = 'Rendered by "npx zx scripts/render.mjs": change the fleet, not this file.'

/** Where a YAML file came from, as the two comment lines that open it and make it ours. */
export const yamlHeader = (place: Place): string => `# From ${placeName(place)}${fleet}\n# ${command}\n`

/** The same for Markdown, as one line that a reader of the page does not see. */
export const markdownHeader = (place: Place): string => `<!-- From ${placeName(place)}${fleet} ${command} -->\n`

/** Whether a file, or at least its first lines, opens with a header of ours. Only such a file may be changed or pruned. */
export const isOurs = (content: string): boolean => {
  if (!content.startsWith('# From ') && !content.startsWith('<!-- From ')) return false
  const [first = '', second = ''] = content.split(/\r?\n/, 2)
  return first.startsWith('#')
    ? first.endsWith(fleet) && second === `# ${command}`
    : first.endsWith(`${fleet} ${command} -->`)
}

/** The place that a file's header names, or undefined when it has none of ours. */
export const placeInHeader = (content: string): Place | undefined => {
  if (!isOurs(content)) return undefined
  const name = content.slice(content.indexOf('From ') + 'From '.length, content.indexOf(fleet))
  return name === placeName([]) ? [] : name.split('.')
}
