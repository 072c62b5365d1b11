import { expect, test } from 'vitest'
import { memoryLimiterInterval } from '../../../../generators/check/collector/rules/memory-limiter-interval.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

test.each([undefined, null, '0s', 0])(`${memoryLimiterInterval.because}: %s`, (check_interval) => {
  const processors = { 'memory_limiter/2': { limit_mib: 256, check_interval } }
  const traces = { processors: ['memory_limiter/2'] }
  expect(wrongIn(gatewayWith({ processors, service: { pipelines: { traces } } }))).toEqual([
    [
      'collector-memory-limiter-interval',
      'collector.processors.memory_limiter/2.check_interval',
      'memory_limiter/2 is not told how often to look, and the collector would not start with it',
      'add check_interval: 1s',
    ],
  ])
})
