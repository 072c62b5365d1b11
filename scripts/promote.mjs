#!/usr/bin/env zx
import { loadFleetText, run } from './run.mjs'

await run('generators/command/promote.ts', ({ promoteCommand }) => promoteCommand(loadFleetText))
