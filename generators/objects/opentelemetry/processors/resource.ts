import { componentId, type Named, type Processor } from '../component.ts'
import { everySignal, type Signal } from '../signal.ts'

export interface ResourceSettings extends Named {
  /** In this order. */
  readonly attributes: readonly ResourceAction[]
}

/** A change of one attribute of the resource that a signal comes from. */
export type ResourceAction =
  | {
      /** `insert`: if it is not there; `update`: if it is; `upsert`: whatever the sender said. */
      readonly action: 'insert' | 'update' | 'upsert'
      readonly key: string
      readonly value: boolean | number | string
    }
  | { readonly action: 'insert' | 'update' | 'upsert'; readonly key: string; readonly from_attribute: string }
  | { readonly action: 'delete' | 'hash'; readonly key: string }

export const resourceProcessor = ({ name, attributes }: ResourceSettings): Processor<Signal> => ({
  kind: 'processor',
  id: componentId('resource', name),
  settings: { attributes },
  extensions: [],
  takes: everySignal,
})
