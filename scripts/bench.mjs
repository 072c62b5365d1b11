#!/usr/bin/env zx
import { compiled, run } from './load.mjs'

const worker = 'generators/bench/worker.ts'
await run('generators/command/bench.ts', ({ benchCommand }) => benchCommand(compiled(worker)), [worker])
