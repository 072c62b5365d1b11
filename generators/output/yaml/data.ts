export type Members = Readonly<Record<string, unknown>>
export type Items = readonly unknown[]

export const isCollection = (value: unknown): value is Members | Items => typeof value === 'object' && value !== null

export const isItems = (value: Members | Items): value is Items => Array.isArray(value)

/** The value itself, or what an object with a `toJSON()` method, such as a model of kubernetes-models, stands for. */
export const asData = (value: unknown): unknown =>
  isCollection(value) && 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : value
