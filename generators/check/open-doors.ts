import { isRecord } from '../fleet/checks/check.ts'
import type { OpenDoor } from '../fleet/component.ts'
import type { HelmLayer } from '../plan/layer.ts'
import type { Placement } from '../plan/placement.ts'
import { at } from '../plan/values.ts'
import { optionPlace, valuePlace } from '../plan/written-at.ts'
import type { Place } from '../problem.ts'

/** A way into the cluster where nobody is asked for a login. */
export interface Opening {
  /** What is reached. */
  readonly to: string
  /** By what: `NodePort 30900`. */
  readonly how: string
  readonly place: () => Place
}

/** Whether a placement may open any, which most cannot. */
export const mayOpen = ({ provides, definition }: Placement): boolean =>
  definition.kind === 'manifests' || definition.openDoors !== undefined || provides.some(({ kind }) => kind === 'door')

/** The ways in that a placement opens to everybody: by its options, or by what its chart is told beside them. */
export const openingsOf = (placement: Placement): readonly Opening[] => {
  const byOption = optionDoors(placement)
  const byValue = valueDoors(placement).filter(({ to }) => !byOption.some((one) => one.to === to))
  return [...byOption, ...byValue]
}

const optionDoors = ({ provides, definition, layer, place }: Placement): readonly Opening[] =>
  provides.flatMap((one) => {
    if (one.kind !== 'door' || one.authenticated) return []
    const { to, how } = one
    const opens: Parameters<typeof optionPlace>[1] = (options, where) =>
      (definition.provides?.(options, where) ?? []).some((door) => door.kind === 'door' && door.to === to)
    return [{ to, how, place: () => optionPlace(layer, opens, place) }]
  })

const valueDoors = ({ definition, layer, effective, place }: Placement): readonly Opening[] => {
  if (definition.kind !== 'helm' || layer.kind !== 'helm' || effective.kind !== 'helm') return []
  return (definition.openDoors ?? []).flatMap((door) => openedBy(door, effective.values, layer, place))
}

const openedBy = (door: OpenDoor, values: unknown, layer: HelmLayer, otherwise: Place): readonly Opening[] => {
  const { to, service, switches } = door
  const type = at(values, `${service}.type`)
  const place = (path: string) => () => valuePlace(layer, path.split('.'), otherwise)
  const byService =
    type === 'NodePort' || type === 'LoadBalancer'
      ? [{ to, how: `a Service of type ${type}`, place: place(`${service}.type`) }]
      : []
  const bySwitch = switches
    .filter(
      (path) => at(values, path) === true && !asksForLogin(at(values, path.replace(/\.enabled$/, '.annotations'))),
    )
    .map((path) => ({ to, how: path.replace(/\.enabled$/, ''), place: place(path) }))
  return [...byService, ...bySwitch].slice(0, 1)
}

/** Ingress controllers are told to ask for a login by annotations, each by its own. */
export const asksForLogin = (annotations: unknown): boolean =>
  isRecord(annotations) && Object.keys(annotations).some((key) => /auth|middlewares/i.test(key))
