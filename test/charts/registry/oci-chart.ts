import { createHash } from 'node:crypto'

/** What an OCI registry stores of a chart: a manifest, and the blobs that it names, by digest. */
export interface StoredChart {
  readonly manifest: Buffer
  readonly digest: string
  readonly blobs: ReadonlyMap<string, Buffer>
}

export const manifestType = 'application/vnd.oci.image.manifest.v1+json'

/** A chart as Helm pushes it; another type of layer makes it something else. */
export const storedChart = (
  archive: Buffer,
  layerType = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
): StoredChart => {
  const config = Buffer.from('{}')
  const described = (mediaType: string, blob: Buffer) => ({ mediaType, digest: digestOf(blob), size: blob.length })
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: manifestType,
      config: described('application/vnd.cncf.helm.config.v1+json', config),
      layers: [described(layerType, archive)],
    }),
  )
  const blobs = new Map([config, archive].map((blob) => [digestOf(blob), blob]))
  return { manifest, digest: digestOf(manifest), blobs }
}

export const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
