import type { Usage } from '../arguments.ts'

/** What a shell may offer for a value or a word: names that the fleet has, what is on the disk or in git, or just these. */
export type Offer =
  | 'cluster'
  | 'component'
  | 'environment'
  | 'file'
  | 'folder'
  | 'revision'
  | 'rule'
  | readonly string[]

/** What the placeholders of our commands stand for. Of a NAME or a URL nobody can guess any. */
const usualOffers: Readonly<Record<string, Offer>> = {
  BASE: 'revision',
  CLUSTER: 'cluster',
  COMPONENT: 'component',
  DIR: 'folder',
  EDGE: 'cluster',
  FILE: 'file',
  FOLDER: 'folder',
  FROM: 'environment',
  REF: 'revision',
  RULE: 'rule',
  TO: 'environment',
}

/** What may be offered for an option's value, or for a word of a usage as it stands there; undefined where nothing can. */
export const offerFor = ({ options, offers = {} }: Usage, name: string): Offer | undefined => {
  const placeholder = (options[name]?.value ?? name).replaceAll(/[[\]…]/g, '')
  return offers[name] ?? offers[placeholder] ?? usualOffers[placeholder]
}
