import { writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { composeBot } from '../../../src/compose.js'
import { readConfig } from '../../../src/config.js'
import { createLog } from '../../../src/logging.js'
import { type Asked, answering, cpuNow, memoryNow } from './asked.js'
import { type InProcess, inProcess } from './in-process.js'
import { unhurried } from './unhurried.js'

/** The bot as `npm start` composes it, in a process that can be asked things over its channel. */

const config = readConfig(process.env)
if ('problem' in config) throw new Error(config.problem)
const log = createLog({ level: config.logLevel })
const running = await composeBot({ config, log, pacing: unhurried })
if ('problem' in running) throw new Error(running.problem)

// Neither is what a bot has at rest.
let inside: Promise<InProcess> | null = null
let session: Session | null = null

const answerTo = async (asked: Asked): Promise<readonly number[]> => {
  switch (asked.what) {
    case 'memory':
      return memoryNow()
    case 'cpu':
      return cpuNow()
    case 'people-in':
      inside ??= inProcess(config.databaseUrl)
      return (await inside).peopleIn(asked.texts)
    case 'profile':
      await profile(asked.to)
      return []
    case 'beat':
      return beats(asked.times)
    default:
      throw new Error(`This side cannot ${asked.what}`)
  }
}

const beats = async (count: number): Promise<readonly number[]> => {
  const times: number[] = []
  for (let nth = 0; nth < count; nth++) {
    const from = performance.now()
    await running.beat()
    times.push(performance.now() - from)
  }
  return times
}

/** Begins one, or ends it and writes it. */
const profile = async (to: string | null): Promise<void> => {
  if (session === null) {
    session = new Session()
    session.connect()
  }
  if (to !== null) {
    const ended = await session.post('Profiler.stop')
    return writeFile(to, JSON.stringify(ended.profile))
  }
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 200 })
  await session.post('Profiler.start')
}

answering(running.port, answerTo)
