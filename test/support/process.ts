import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
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
const start = (args: readonly string[], env: Settings, folder = inject('productFolder')): Program => {
  const child = spawn(process.execPath, args, {
    cwd: folder,
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

const packageFile = new URL('../../package.json', import.meta.url)
const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(packageFile, 'utf8'),
)

/** What npm would run, with the same options of Node.js; npm itself would stand between a signal and the program. */
const startNpm = (script: string, env: Settings, args: readonly string[] = [], folder?: string): Program => {
  const [node, ...own] = (scripts[script] ?? '').split(' ')
  if (node !== 'node') throw new Error(`npm run ${script} starts no program of ours`)
  return start([...own, ...args], env, folder)
}

/** `npm start`; in another folder than the one that was compiled for this run, if it is another release. */
export const startBot = (env: Settings, folder?: string): Program => startNpm('start', env, [], folder)

/** `npm run nudge -- ...`. */
export const startPass = (env: Settings, ...args: string[]): Program => startNpm('nudge', env, args)

/** `npm run forget -- ...`, to its end. */
export const forgetting = async (env: Settings, ...args: string[]): Promise<Ending & { said: string }> => {
  const program = startNpm('forget', env, args)
  const ending = await program.ended
  return { ...ending, said: `${program.out()}\n${program.err()}` }
}

/** `npm run import -- ...`, on its way. */
export const startImport = (env: Settings, ...args: string[]): Program => startNpm('import', env, args)

/** `npm run move -- ...`, on its way. */
export const startMove = (env: Settings, ...args: string[]): Program => startNpm('move', env, args)

/** `npm run rotate`. */
export const startRotation = (env: Settings): Program => startNpm('rotate', env)

/** `npm run export -- ...` or `npm run import -- ...`, to its end. */
export const archiving = async (
  script: 'export' | 'import',
  env: Settings,
  ...args: string[]
): Promise<Ending & { said: string }> => {
  const program = startNpm(script, env, args)
  const ending = await program.ended
  return { ...ending, said: `${program.out()}\n${program.err()}` }
}

/** `npm run backup -- ...` or `npm run verify -- ...`, to its end. */
export const keeping = async (
  script: 'backup' | 'verify',
  env: Settings,
  ...args: string[]
): Promise<Ending & { said: string }> => {
  const program = startNpm(script, env, args)
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
export const startScript = (file: string, ...args: string[]): Program => start([file, ...args], {})

/**
 * Any script of `package.json` to its end, where no file may grow beyond so many blocks of 512 bytes: writing more fails,
 * as on a full disk. The signal that goes with it is ignored before the program starts.
 */
export const withSmallFiles = async (
  blocks: number,
  script: string,
  env: Settings,
  ...args: string[]
): Promise<Ending & { said: string }> => {
  const own = (scripts[script] ?? '').split(' ')
  const program = start(['-e', smallFiles, '--', String(blocks), ...own.slice(1), ...args], env)
  const ending = await program.ended
  return { ...ending, said: `${program.out()}\n${program.err()}` }
}
const smallFiles = `
const [blocks, ...args] = process.argv.slice(1)
const shell = ['-c', 'trap "" XFSZ; ulimit -f "$1"; shift; exec "$@"', 'sh', blocks, process.execPath, ...args]
process.exitCode = require('node:child_process').spawnSync('/bin/sh', shell, { stdio: 'inherit' }).status`

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
/** Settings under which a program fails at SIGUSR2, in a way that nobody catches, with a text in the message. */
export const throwing = (text: string, as: 'exception' | 'rejection'): Settings => ({
  ...loadedFirst('process-throwing'),
  THROWN: text,
  THROWN_AS: as,
})
/** Settings under which file permissions hold, even for root. */
export const unprivileged: Settings = loadedFirst('process-unprivileged')
