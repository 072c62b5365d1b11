import type { GoDuration } from '../../fleet/checks/scalars.ts'

/** How a client is sure of its server, and the server of it. */
export type ClientTls = PlainText | ClientCertificates

/** Not at all: within a cluster, where a network policy says who may talk. */
interface PlainText {
  readonly insecure: true
}

interface ClientCertificates {
  readonly ca_file?: string
  readonly cert_file?: string
  readonly key_file?: string
  /** The name in the server's certificate, where it is not that of the endpoint. */
  readonly server_name_override?: string
  readonly reload_interval?: GoDuration
}

export interface ServerTls {
  readonly cert_file: string
  readonly key_file: string
  /** Whose clients are taken. Default: everybody. */
  readonly client_ca_file?: string
  readonly client_ca_file_reload?: boolean
  readonly reload_interval?: GoDuration
}

export const plainText: PlainText = { insecure: true }

/** A renewed certificate is taken up without a restart, long before the old one ends. */
const reload_interval = '1m'

/** A client that shows the certificate of a folder that cert-manager's Secret is mounted at. */
export const clientTls = (folder: string, serverName?: string): ClientCertificates => ({
  ...pair(folder),
  ca_file: `${folder}/ca.crt`,
  reload_interval,
  ...(serverName === undefined ? {} : { server_name_override: serverName }),
})

/** A server that refuses clients without a certificate of the same authority. */
export const serverTls = (folder: string): ServerTls => ({
  ...pair(folder),
  client_ca_file: `${folder}/ca.crt`,
  client_ca_file_reload: true,
  reload_interval,
})

const pair = (folder: string) => ({ cert_file: `${folder}/tls.crt`, key_file: `${folder}/tls.key` })
