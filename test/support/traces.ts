import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { PracticeSlack } from '../../src/practice/slack.js'

/**
 * Every byte that SQLite keeps at a path, as it lies on the disk, log and all; in small letters. Read by a process of its
 * own: to close a file that this process has a database in would take SQLite's locks off it.
 */
export const bytesAt = (path: string): Promise<string> =>
  inAnotherProcess(`for (const each of [path, path + '-wal', path + '-shm']) tell(each)`, path)

/** The same of a backup made now. */
export const backupBytesOf = (path: string): Promise<string> =>
  inAnotherProcess(
    `const file = new (require('better-sqlite3'))(path)
    file.prepare('vacuum into ?').run(path + '.backup')
    file.close()
    tell(path + '.backup')
    fs.rmSync(path + '.backup')`,
    path,
  )

const inAnotherProcess = async (work: string, path: string): Promise<string> => {
  const program = `const fs = require('node:fs'); const path = process.argv[1]
    const tell = (each) => { if (fs.existsSync(each)) process.stdout.write(fs.readFileSync(each).toString('latin1')) }
    ${work}`
  const cwd = new URL('../../', import.meta.url).pathname
  const told = await promisify(execFile)(process.execPath, ['-e', program, path], { cwd, maxBuffer: 2 ** 28 })
  return told.stdout.toLowerCase()
}

/** All that the bot has said in a workspace and that stands there still: messages whole, blocks, metadata and all. */
export const saidBy = (slack: PracticeSlack): string => {
  const messages = slack.places.all().flatMap((place) => [...place.messages.values()])
  const said = messages.filter((message) => message.userId === slack.botUserId && !message.ephemeralTo)
  return JSON.stringify(said).toLowerCase()
}

export const tracesIn = (text: string, traces: readonly string[]): string[] =>
  traces.filter((trace) => text.includes(trace))
