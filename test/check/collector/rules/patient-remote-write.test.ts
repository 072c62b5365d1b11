import { describe, expect, test } from 'vitest'
import { patientRemoteWrite } from '../../../../generators/check/collector/rules/patient-remote-write.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

const writing = (timeout: unknown) => wrongIn(gatewayWith({ exporters: { prometheusremotewrite: { timeout } } }))

describe(patientRemoteWrite.because, () => {
  test.each([
    [null, '5s'],
    ['9m59s', '9m59s'],
  ])('a timeout of %s', (timeout, within) => {
    expect(writing(timeout)).toEqual([
      [
        'collector-patient-remote-write',
        'collector.exporters.prometheusremotewrite.timeout',
        `prometheusremotewrite drops what Prometheus has not taken within ${within}, all retries included`,
        'set timeout: 20m, or at least 10m, and a longer one at whoever sends to it',
      ],
    ])
  })

  test.each(['10m', '1h30m', `\${env:TIMEOUT}`])('%s is long enough, or not known', (timeout) => {
    expect(writing(timeout)).toEqual([])
  })
})
