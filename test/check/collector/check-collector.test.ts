import { describe, expect, test } from 'vitest'
import { agent, aggregator, gateway, scraper } from '../../objects/opentelemetry/collectors.ts'
import { gatewayWith, wrongIn } from './sound.ts'

describe('nothing is wrong', () => {
  test.each([
    ['agent', agent()],
    ['scraper', scraper()],
    ['aggregator', aggregator()],
    ['gateway', gateway()],
  ])('with what the builders make of the %s', (_, config) => {
    expect(wrongIn(config)).toEqual([])
  })

  test('with a gateway by hand that loses nothing', () => {
    expect(wrongIn(gatewayWith({}))).toEqual([])
  })
})

test('what has not the shape of a configuration is no reason to fall over', () => {
  for (const nonsense of [undefined, null, 'text', 7, [], { service: [] }, { service: { pipelines: { logs: 'x' } } }]) {
    expect(() => wrongIn(nonsense)).not.toThrow()
  }
  const nulls = { receivers: { otlp: null }, exporters: null, service: { extensions: null, pipelines: { logs: null } } }
  expect(wrongIn(nulls).map(([rule]) => rule)).toEqual([
    'collector-used-components',
    'collector-whole-pipelines',
    'collector-whole-pipelines',
  ])
})
