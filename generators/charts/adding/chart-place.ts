/** Where somebody wants a chart from. */
export type ChartPlace =
  | {
      readonly from: 'registry'
      readonly chart: { readonly name: string; readonly url: string }
      readonly version?: string
    }
  | { readonly from: 'disk'; readonly path: string; readonly url: string }

/** What was said of it: the word, and `--url`. */
interface Said {
  readonly word: string | undefined
  readonly url: string | undefined
}

/** What a word for a chart means; or what is wrong with it. */
export const chartPlace = ({ word, url }: Said): ChartPlace | { readonly wrong: string } => {
  if (word === undefined)
    return { wrong: 'CHART is missing: add oci://REGISTRY/PATH/NAME, or NAME --url URL, or ./FOLDER' }
  if (url !== undefined && !/^(?:oci|https?):\/\/[^\s/]+\/?\S*$/.test(url)) {
    return { wrong: `'${url}' is no address of charts: write --url https://… or --url oci://…` }
  }
  if (word.startsWith('oci://')) return inOciRegistry(word, url)
  if (/^https?:\/\//.test(word)) return { wrong: `name the chart, and say where it is: add NAME --url ${word}` }
  if (isOnDisk(word)) {
    if (url !== undefined) return { from: 'disk', path: word, url }
    return { wrong: `where will clusters get what is in ${word}? Say --url oci://… or --url https://…` }
  }
  if (url === undefined) return { wrong: `where is ${word}? Say --url URL for a repository, or ./${word} for a folder` }
  if (url.startsWith('oci://'))
    return { wrong: `in an OCI registry the address names the chart: add ${url.replace(/\/$/, '')}/${word}` }
  return { from: 'registry', chart: { name: word, url: url.replace(/\/+$/, '') } }
}

const isOnDisk = (word: string): boolean => /[/\\]|^\.\.?$|\.(?:tgz|tar\.gz|ya?ml)$/.test(word)

const inOciRegistry = (word: string, url: string | undefined): ChartPlace | { readonly wrong: string } => {
  if (url !== undefined) return { wrong: `${word} says already where it is: leave --url away` }
  const [, address = '', name = '', version] =
    /^(oci:\/\/[^\s/]+(?:\/[^\s/]+)*?\/([^\s/:@]+))(?::([^\s/@]+))?\/?$/.exec(word) ?? []
  if (address === '') return { wrong: `'${word}' is no chart in a registry: write oci://REGISTRY/PATH/NAME` }
  return { from: 'registry', chart: { name, url: address }, ...(version === undefined ? {} : { version }) }
}
