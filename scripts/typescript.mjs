// Lets Node run a repository's own TypeScript: `node --import fleetwright/typescript --test test/*.test.ts`.
import { register } from 'node:module'

register('./typescript-hook.mjs', import.meta.url)
