#!/usr/bin/env zx
import { run } from './run.mjs'

await run('generators/command/test-cluster.ts', ({ testClusterCommand }) => testClusterCommand)
