#!/usr/bin/env zx
import { fleetOfText, run } from './run.mjs'

await run('generators/command/promote.ts', ({ promoteCommand }) => promoteCommand(fleetOfText))
