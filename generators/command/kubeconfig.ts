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
      'this needs KUBECONFIG: the cluster that it may change, with Flux or Argo CD in it. To get one with Flux, and throw it away afterwards:',
      '  export KUBECONFIG=$(mktemp) && kind create cluster && flux install',
    ].join('\n')
  return files.some((file) => existsSync(file)) ? undefined : `KUBECONFIG names no file: ${KUBECONFIG}`
}
