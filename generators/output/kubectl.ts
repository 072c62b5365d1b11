import { execa } from 'execa'
import type { KubernetesObject } from '../kubernetes-object.ts'

/** The few things that are asked of a cluster, through kubectl and its KUBECONFIG. */
export interface Kubectl {
  /** Creates or changes objects, as their field manager on the server's side. */
  readonly apply: (objects: readonly KubernetesObject[]) => Promise<void>
  /** Creates an object unless it is there. */
  readonly ensure: (object: KubernetesObject) => Promise<void>
  /** All objects of a kind, in all namespaces. */
  readonly list: (resource: string) => Promise<readonly KubernetesObject[]>
}

/** Every call throws with kubectl's own words when it fails. */
export const kubectl = (): Kubectl => {
  const run = async (parts: readonly string[], input?: string): Promise<string> => {
    const { stdout } = await execa('kubectl', parts, input === undefined ? { stdin: 'ignore' } : { input })
    return stdout
  }
  return {
    apply: async (objects) => {
      await run(['apply', '--server-side', '--force-conflicts', '-f', '-'], asList(objects))
    },
    ensure: async (object) => {
      const { stderr, failed } = await execa('kubectl', ['create', '-f', '-'], { input: JSON.stringify(object), reject: false })
      if (failed && !stderr.includes('AlreadyExists')) throw new Error(stderr)
    },
    list: async (resource) => JSON.parse(await run(['get', resource, '--all-namespaces', '-o', 'json'])).items,
  }
}

const asList = (items: readonly KubernetesObject[]): string => JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
