import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'

export type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null }
export type Settings = Readonly<Record<string, string>>

/** A program of ours, running as a process of its own. */
export type Program = {
  readonly pid: number
  readonly ended: Promise<Ending>
  readonly isRunning: () => boolean
  readonly out: () => string
  readonly err: () => string
  /** Resolves when the text stands in what it has written, on either output. */
  readonly says: (text: string, timeoutMs?: number) => Promise<void>
  readonly kill: (signal?: NodeJS.Signals) => void
}

/** What was started and not ended by itself ends with the test. */
const startFile = (file: string, env: Settings, args: readonly string[]): Program => {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: inject('productFolder'),
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { out: '', err: '' }
  const changed = new EventEmitter().setMaxListeners(0)
  for (const [key, stream] of [
    ['out', child.stdout],
    ['err', child.stderr],
  ] as const)
    stream.setEncoding('utf8').on('data', (text: string) => {
      written[key] += text
      changed.emit('change')
    })
  let running = true
  const ended = once(child, 'close').then(([code, signal]): Ending => {
    running = false
    changed.emit('change')
    return { code, signal }
  })
  onTestFinished(async () => {
    if (running) child.kill('SIGKILL')
    await ended
  })
  const everything = () => `${written.out}\n${written.err}`
  return {
    pid: child.pid ?? 0,
    ended,
    isRunning: () => running,
    out: () => written.out,
    err: () => written.err,
    says: async (text, timeoutMs = 15_000) => {
      const patience = AbortSignal.timeout(timeoutMs)
      while (!everything().includes(text)) {
        if (!running) throw new Error(`It ended without saying “${text}”:\n${everything()}`)
        await once(changed, 'change', { signal: patience }).catch(() => {
          throw new Error(`It did not say “${text}” in ${timeoutMs} ms:\n${everything()}`)
        })
      }
    },
    kill: (signal = 'SIGKILL') => {
      if (running) child.kill(signal)
    },
  }
}

const compiled = (name: string): string => join(inject('productFolder'), 'dist', name)

/** `npm start`. */
export const startBot = (env: Settings): Program => startFile(compiled('main.js'), env, [])

/** `npm run nudge -- ...`. */
export const startPass = (env: Settings, ...args: string[]): Program =>
  startFile(compiled('nudge.js'), env, args)

/** `npm run forget -- ...`, to its end. */
export const forgetting = async (env: Settings, ...args: string[]): Promise<Ending & { said: string }> => {
  const program = startFile(compiled('forget.js'), env, args)
  const ending = await program.ended
  return { ...ending, said: `${program.out()}\n${program.err()}` }
}

/** `npm run import -- ...`, on its way. */
export const startImport = (env: Settings, ...args: string[]): Program =>
  startFile(compiled('import.js'), env, args)

/** `npm run export -- ...` or `npm run import -- ...`, to its end. */
export const archiving = async (
  script: 'export' | 'import',
  env: Settings,
  ...args: string[]
): Promise<Ending & { said: string }> => {
  const program = startFile(compiled(`${script}.js`), env, args)
  const ending = await program.ended
  return { ...ending, said: `${program.out()}\n${program.err()}` }
}

/** `npm run nudge -- ...`, to its end. */
export const passOf = async (env: Settings, ...args: string[]): Promise<Ending & { said: string }> => {
  const program = startPass(env, ...args)
  const ending = await program.ended
  return { ...ending, said: `${program.out()}\n${program.err()}` }
}

/** Any other script of ours in a process of its own. */
export const startScript = (file: string, ...args: string[]): Program => startFile(file, {}, args)

const loadedFirst = (name: string): Settings => ({
  NODE_OPTIONS: `--import=${new URL(`./${name}.mjs`, import.meta.url).href}`,
})

/** Settings under which a program is killed right after the n-th transaction that wrote something. */
export const dyingAfterCommit = (n: number): Settings => ({
  ...loadedFirst('process-dying'),
  DIE_AFTER_COMMIT: String(n),
})
/** Settings under which a program says at its end how many transactions wrote something. */
export const countingCommits: Settings = dyingAfterCommit(0)
export const commitsOf = (program: Program): number => Number(/commits: (\d+)/.exec(program.err())?.[1])

/** Settings under which the disk has room for so many more pages of 4 KiB. */
export const onAFullDisk = (pages: number): Settings => ({
  ...loadedFirst('process-full-disk'),
  DISK_PAGES: String(pages),
})
/** Settings under which file permissions hold, even for root. */
export const unprivileged: Settings = loadedFirst('process-unprivileged')
