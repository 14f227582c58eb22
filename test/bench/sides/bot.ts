import { writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { composeBot } from '../../../src/compose.js'
import { readConfig } from '../../../src/config.js'
import { createLog } from '../../../src/logging.js'
import { inProcess } from './in-process.js'

/** The bot as `npm start` composes it, in a process that can be asked things over its channel. */

/** What the other process may ask; `n` says to which of several questions an answer belongs. */
export type Asked =
  | { readonly n: number; readonly what: 'beat' | 'memory' | 'cpu'; readonly times: number }
  | { readonly n: number; readonly what: 'people-in'; readonly texts: readonly string[] }
  | { readonly n: number; readonly what: 'profile'; readonly to: string | null }

const config = readConfig(process.env)
if ('problem' in config) throw new Error(config.problem)
const log = createLog({ level: config.logLevel })
const running = await composeBot({ config, log })
if ('problem' in running) throw new Error(running.problem)

const inside = inProcess(config.databaseUrl)
const session = new Session()
session.connect()

const answerTo = async (asked: Asked): Promise<readonly number[]> => {
  if (asked.what === 'memory') return [process.memoryUsage.rss(), process.memoryUsage().heapUsed]
  if (asked.what === 'cpu') {
    const { user, system } = process.cpuUsage()
    return [user + system]
  }
  if (asked.what === 'people-in') return (await inside).peopleIn(asked.texts)
  if (asked.what === 'profile') {
    if (asked.to === null) {
      await session.post('Profiler.enable')
      await session.post('Profiler.setSamplingInterval', { interval: 200 })
      await session.post('Profiler.start')
    } else {
      const { profile } = await session.post('Profiler.stop')
      await writeFile(asked.to, JSON.stringify(profile))
    }
    return []
  }
  const times: number[] = []
  for (let nth = 0; nth < asked.times; nth++) {
    const from = performance.now()
    await running.beat()
    times.push(performance.now() - from)
  }
  return times
}

process.on('message', (asked: Asked) => {
  void answerTo(asked).then(
    (answer) => process.send?.({ n: asked.n, answer }),
    (error: unknown) => process.send?.({ n: asked.n, problem: String(error) }),
  )
})
// Nobody is left to be measured for.
process.once('disconnect', () => process.exit())
process.send?.({ port: running.port })
