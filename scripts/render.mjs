#!/usr/bin/env zx
import { run } from './load.mjs'

await run('generators/command/render.ts', ({ renderCommand }) => renderCommand)
