import { accountFolder } from '../../objects/kubernetes/service-account.ts'
import type { Container } from '../container.ts'
import { loopback } from './addresses.ts'
import type { Here } from './here.ts'
import type { Replacement } from './replacement.ts'

type Found = { readonly is: string } & Pick<Replacement, 'kind'>

/** A text with what names an address or a path of the cluster exchanged; undefined where it names none. */
export const movedText = (text: string, container: Container, here: Here): Found | undefined => {
  const path = movedPath(text, container, here)
  if (path !== text) return { is: path, kind: 'path' }
  const address = movedAddress(text, container, here)
  return address === text ? undefined : { is: address, kind: 'address' }
}

/** `/etc/otelcol/config.yaml`, `--config=/etc/otelcol/config.yaml` */
const movedPath = (text: string, { mounts }: Container, { root }: Here): string => {
  const [, flag = '', path = ''] = /^(-[^=]*=|)(\/.*)$/s.exec(text) ?? []
  // The ServiceAccount's folder is there as well, and empty: nobody asks for it here.
  const isMounted = [...mounts.map((mount) => mount.path), accountFolder].some(
    (folder) => path === folder || path.startsWith(`${folder}/`),
  )
  return isMounted ? `${flag}${root}${path}` : text
}

const movedAddress = (text: string, container: Container, { addresses }: Here): string => {
  const { cluster, ports } = container
  const own = (port: string): string => `${loopback}:${addresses.own(container, Number(port))}`
  const isOwn = (port: string): boolean => ports.some(({ containerPort }) => containerPort === Number(port))
  return (
    text
      // What it listens to: `0.0.0.0:4317`, `--web.listen-address=:9090`.
      .replace(/^(-[^=]*=)?(?:0\.0\.0\.0)?:(\d+)$/, (_, flag: string | undefined, port) => `${flag ?? ''}${own(port)}`)
      // Its own ports, which it asks as well.
      .replace(/^(?:localhost|127\.0\.0\.1):(\d+)$/, (whole, port) => (isOwn(port) ? own(port) : whole))
      // The node's.
      .replace(/(\$\{env:K8S_NODE_IP\}):(\d+)/, (_, host, port) => `${host}:${addresses.node(cluster, Number(port))}`)
      // Services, and load balancers of another cluster.
      .replace(
        /(^|\/\/)((?:[a-z0-9-]+\.)+[a-z]+):(\d+)(?=\/|$)/,
        (_, before, host, port) => `${before}${loopback}:${addresses.called(cluster, host, Number(port))}`,
      )
  )
}
