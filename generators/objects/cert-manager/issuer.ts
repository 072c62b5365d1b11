import type { IIssuer } from '@kubernetes-models/cert-manager/cert-manager.io/v1/Issuer'
import { selectorLabels } from '../kubernetes/labels.ts'

/** Who signs certificates of its namespace. */
const issuer = (name: string, spec: IIssuer['spec'], workload: string) =>
  ({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Issuer',
    metadata: { name, labels: selectorLabels(workload) },
    spec,
  }) satisfies IIssuer

/** Signs with the certificate's own key: the beginning of an authority. */
export const selfSigned = (name: string, workload: string) => issuer(name, { selfSigned: {} }, workload)

/** Signs with the key of an authority, which is in a Secret and stays there. */
export const authority = (name: string, secretName: string, workload: string) =>
  issuer(name, { ca: { secretName } }, workload)
