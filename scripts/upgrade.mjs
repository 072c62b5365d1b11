#!/usr/bin/env zx
import { run } from './run.mjs'

await run('generators/command/upgrade.ts', ({ upgradeCommand }) => upgradeCommand)
