import { gzipSync } from 'node:zlib'
import { Header } from 'tar'

/** The archive of a chart, as `helm package` makes it, out of texts by path: `web/Chart.yaml`. */
export const chartArchive = (files: Readonly<Record<string, string>>): Buffer =>
  gzipSync(Buffer.concat([...Object.entries(files).map(([path, text]) => entry(path, text)), Buffer.alloc(1024)]))

/** A chart that is no more than it must be. */
export const smallChart = (name: string, version: string, values = 'replicaCount: 1\n'): Buffer =>
  chartArchive({
    [`${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: ${version}\n`,
    [`${name}/values.yaml`]: values,
  })

/** An entry of an archive, whatever its path says: those of strangers may say anything. */
const entry = (path: string, text: string): Buffer => {
  const content = Buffer.from(text)
  const header = new Header({ path, size: content.length, type: 'File', mode: 0o644, mtime: new Date(0) })
  header.encode()
  return Buffer.concat([header.block!, content, Buffer.alloc((512 - (content.length % 512)) % 512)])
}
