import type { KubernetesObject } from '../kubernetes-object.ts'

/** The texts of a ConfigMap, or the encoded ones of a Secret, by key. */
export const dataOf = ({ data }: KubernetesObject): Readonly<Record<string, string>> =>
  (data ?? {}) as Readonly<Record<string, string>>
