import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** Sunday, 22 November 2026, half past eight in the evening where the team works. */
const sundayEvening = '2026-11-23T01:30:00.000Z'
const program = new URL('../../../dist/practice/main.js', import.meta.url).pathname
const patienceMs = 30_000

/** `npm run practice`, with a clock that stands still: the address it prints, and all that it has printed. */
export const startPractice = async (
  env: Record<string, string> = {},
  awaited = /http:\/\/127\.0\.0\.1:\d+/,
): Promise<{ address: string; printed: () => string }> => {
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH ?? '',
      PRACTICE_NOW: sundayEvening,
      PRACTICE_PORT: '0',
      PRACTICE_OPEN: 'no',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  let printed = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const patience = AbortSignal.timeout(patienceMs)
  child.stdout.setEncoding('utf8')
  for (;;) {
    const address = awaited.exec(printed)?.[0]
    if (address) return { address, printed: () => printed }
    const [text] = await once(child.stdout, 'data', { signal: patience }).catch(() => {
      throw new Error(`It did not open: ${printed}`)
    })
    printed += String(text)
  }
}
