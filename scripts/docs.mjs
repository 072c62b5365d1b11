#!/usr/bin/env zx
import { runAlone } from './run.mjs'

await runAlone('generators/command/docs.ts', ({ docsCommand }) => docsCommand)
