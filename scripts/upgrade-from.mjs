#!/usr/bin/env node
// What `upgrade` of an older version starts in this one, in a copy of the repository.
import { compile, load, program, root } from './load.mjs'
import { run } from './run.mjs'

const handedOver = 'generators/command/handed-over.ts'
await compile([handedOver])
const { migrateCopy } = await load(handedOver)
migrateCopy(root, program)
await run('generators/command/upgrade-from.ts', ({ upgradeFromCommand }) => upgradeFromCommand)
