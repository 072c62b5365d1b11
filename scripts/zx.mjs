#!/usr/bin/env node
// The zx that comes with the package: `npx zx scripts/render.mjs` finds it in a repository that depends on nothing else.
import { main } from 'zx/cli'

await main()
