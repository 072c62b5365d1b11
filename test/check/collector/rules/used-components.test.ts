import { describe, expect, test } from 'vitest'
import { usedComponents } from '../../../../generators/check/collector/rules/used-components.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(usedComponents.because, () => {
  test('what stands in no pipeline, or is not started, is told', () => {
    const config = gatewayWith({
      processors: { 'transform/scrub': { error_mode: 'propagate' } },
      extensions: { health_check: {} },
    })
    expect(wrongIn(config)).toEqual([
      [
        'collector-used-components',
        'collector.processors.transform/scrub',
        'the processor transform/scrub is configured and used nowhere, which the collector does not mind',
        'add it to a pipeline, or remove it',
      ],
      [
        'collector-used-components',
        'collector.extensions.health_check',
        'the extension health_check is configured and used nowhere, which the collector does not mind',
        'add health_check to service.extensions, or remove it',
      ],
    ])
  })
})
