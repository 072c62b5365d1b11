#!/usr/bin/env zx
import { compiled } from './load.mjs'
import { run } from './run.mjs'

const worker = 'generators/bench/worker.ts'
await run('generators/command/bench.ts', ({ benchCommand }) => benchCommand(compiled(worker)), [worker])
