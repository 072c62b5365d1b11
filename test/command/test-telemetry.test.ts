import { afterEach, expect, test, vi } from 'vitest'
import { testTelemetryCommand } from '../../generators/command/test-telemetry.ts'

const run = async (...args: readonly string[]) => {
  const said: string[] = []
  const [out, err] = [(text: string) => said.push(text), (text: string) => said.push(text)]
  const fleet = { exports: {}, fingerprint: '' }
  const code = await testTelemetryCommand({
    args,
    root: process.cwd(),
    program: process.cwd(),
    scribe: '',
    fleet,
    out,
    err,
  })
  return { code, said: said.join('') }
}

afterEach(() => vi.unstubAllEnvs())

test('without its programs it says that nothing is tested, what is missing and how to get it', async () => {
  vi.stubEnv('PATH', '')
  for (const variable of ['OTELCOL', 'PROMETHEUS', 'LOKI', 'OPENSSL']) vi.stubEnv(variable, '')
  vi.stubEnv('LOKI', '/nonexistent/loki')
  expect(await run()).toEqual({
    code: 2,
    said: [
      'nothing is tested; missing:',
      '  otelcol: set OTELCOL or put it on the PATH (github.com/open-telemetry/opentelemetry-collector-releases, the distribution contrib)',
      '  prometheus: set PROMETHEUS or put it on the PATH (prometheus.io/download)',
      '  loki: set LOKI or put it on the PATH (github.com/grafana/loki/releases)',
      '  openssl: set OPENSSL or put it on the PATH (your system)',
      '',
    ].join('\n'),
  })
})

test.each(['none', '80', '70000'])('%s is no port to begin with', async (port) => {
  const { code, said } = await run('--port', port)
  expect([code, said.split('\n')[0]]).toEqual([2, '--port takes a number from 1024 to 65000'])
})
