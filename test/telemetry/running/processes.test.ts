import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openProcesses } from '../../../generators/telemetry/running/processes.ts'

/** A program that answers at a free port, tells it by its log, and says goodbye when it is asked to end. */
const greeter = `
require('node:http').createServer((_, answer) => answer.end()).listen(PORT, '127.0.0.1')
process.on('SIGTERM', () => { console.log('goodbye'); process.exit() })`

const scene = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'))
  const processes = openProcesses()
  onTestFinished(() => {
    processes.close()
    rmSync(folder, { recursive: true })
  })
  const port = 20_000 + (process.pid % 9_000)
  const log = join(folder, 'log')
  const args = ['-e', text.replace('PORT', `${port}`)]
  const what = {
    name: 'greeter',
    program: process.execPath,
    args,
    env: {},
    folder,
    log,
    ready: `http://127.0.0.1:${port}`,
  }
  const answers = () =>
    fetch(what.ready)
      .then(({ ok }) => ok)
      .catch(() => false)
  return { processes, what, answers, said: () => readFileSync(log, 'utf8') }
}

test('who is asked to end may say goodbye, who is killed may not, and both can be started again', async () => {
  const { processes, what, answers, said } = scene(greeter)
  await processes.start(what)
  expect(await answers()).toBe(true)
  await processes.kill('greeter')
  expect([await answers(), said()]).toEqual([false, ''])
  await processes.start(what)
  await processes.stop('greeter')
  expect([await answers(), said()]).toEqual([false, 'goodbye\n'])
})

test('who ends before it answers is told with what it said last', async () => {
  const { processes, what } = scene("console.error('no such configuration')")
  await expect(processes.start(what)).rejects.toThrow('greeter does not run:\nno such configuration')
})
