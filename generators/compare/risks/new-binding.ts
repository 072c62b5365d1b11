import { recordsIn } from '../../check/pods.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import type { ObjectChange } from '../change.ts'
import { grantsIn } from './grants.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import { objectsAfter, type Subject } from './subject.ts'
import { advice, isRole } from './wider-rights.ts'

/** Somebody is given a role who had it not. */
export const newBinding: Hazard = {
  name: 'new-binding',
  among: (subject) => subject.objects.flatMap((one) => bound(one, subject)),
}

const bound = (one: ObjectChange, subject: Subject): readonly Finding[] => {
  const { before, after } = one
  if (after === undefined || !/^(Cluster)?RoleBinding$/.test(after.kind)) return []
  const had = new Set(subjectsOf(before))
  const gaining = subjectsOf(after).filter((name) => !had.has(name))
  if (gaining.length === 0) return []
  const kind = String(at(after, 'roleRef.kind'))
  const role = `${kind} ${at(after, 'roleRef.name')}`
  const where = after.kind === 'ClusterRoleBinding' ? 'in the whole cluster' : 'in its namespace'
  return [about(one, `gives ${listed(gaining)} what ${role} allows, ${where}`, dangers(after, subject))]
}

const subjectsOf = (binding: KubernetesObject | undefined): readonly string[] =>
  recordsIn(binding?.subjects).map(
    ({ record: { kind, name, namespace } }) => `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`,
  )

const dangers = (binding: KubernetesObject, subject: Subject): string => {
  const name = String(at(binding, 'roleRef.name'))
  if (Object.hasOwn(builtIn, name)) return `${builtIn[name]} Check that nothing narrower would do.`
  const role = objectsAfter(subject).find(
    (one) => isRole(one) && one.kind === at(binding, 'roleRef.kind') && one.metadata.name === name,
  )
  return advice(grantsIn(role?.rules))
}

/** Roles that every cluster has. */
const builtIn: Readonly<Record<string, string>> = {
  'cluster-admin': 'Whoever has cluster-admin owns the cluster.',
  admin: 'admin reads and writes everything in a namespace, its Secrets and roles included.',
  edit: 'edit reads and writes nearly everything in a namespace, its Secrets included.',
}
