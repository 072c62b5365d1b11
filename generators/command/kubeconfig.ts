import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'

/**
 * What to say to somebody who names no cluster to test on; undefined when they do. kubectl's own default is not taken:
 * what changes a cluster must be told which.
 */
export const noKubeconfig = ({ KUBECONFIG = '' }: NodeJS.ProcessEnv): string | undefined => {
  const files = KUBECONFIG.split(delimiter).filter((file) => file !== '')
  if (files.length === 0)
    return [
      'This needs a cluster with Flux in it that it may change, named by KUBECONFIG. One to throw away:',
      'export KUBECONFIG=$PWD/kubeconfig.log && kind create cluster && flux install',
    ].join('\n')
  return files.some((file) => existsSync(file)) ? undefined : `KUBECONFIG names no file: ${KUBECONFIG}`
}
