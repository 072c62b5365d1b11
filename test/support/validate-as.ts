import type { KubernetesObject } from '../../generators/kubernetes-object.ts'

/** Holds an object, whose kind the compiler does not know, against the model of one. Throws where it does not fit. */
export const validateAs = <Data>(
  Model: new (data: Data) => { readonly validate: () => unknown },
  object: KubernetesObject | undefined,
): void => {
  new Model(object as Data).validate()
}
