#!/usr/bin/env zx
import { run } from './run.mjs'

await run('generators/command/test-telemetry.ts', ({ testTelemetryCommand }) => testTelemetryCommand)
