import { shape } from './check.ts'
import { type Cpu, cpu, type Quantity, quantity } from './scalars.ts'

/** What a container may take: requests are what it is promised, limits what it may not pass. */
export interface Resources {
  readonly requests?: { readonly cpu?: Cpu; readonly memory?: Quantity }
  readonly limits?: { readonly cpu?: Cpu; readonly memory?: Quantity }
}

const amounts = shape('an amount of resources', { cpu, memory: quantity })

export const resources = shape('resources', { requests: amounts, limits: amounts })
