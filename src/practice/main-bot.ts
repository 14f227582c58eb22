import { composeBot, type Running } from '../compose.js'
import { createLog } from '../logging.js'
import type { FromBot, ToBot } from './main-bot-talk.js'
import { MovingClock } from './moving-clock.js'

/** The bot of the practice workspace in a process of its own, so that it can crash as a bot does. */
let bot: Running | undefined
let clock = new MovingClock(new Date())

const tell = (message: FromBot): void => void process.send?.(message)

const start = async ({ config, at, isStill }: Extract<ToBot, { say: 'start' }>): Promise<void> => {
  clock = new MovingClock(new Date(at), { isStill })
  const composed = await composeBot({
    config,
    log: createLog({ level: config.logLevel, write: (line) => process.stderr.write(line) }),
    clock: () => clock.now().toISOString(),
  })
  if ('problem' in composed) return tell({ say: 'problem', text: composed.problem })
  bot = composed
  tell({ say: 'ready' })
}

const hear = async (message: ToBot): Promise<void> => {
  switch (message.say) {
    case 'start':
      return start(message)
    case 'clock':
      clock.set(new Date(message.at))
      return tell({ say: 'done', id: message.id })
    case 'beat':
      await bot?.beat()
      return tell({ say: 'done', id: message.id })
    case 'stop':
      await bot?.stop()
      process.exit(0)
  }
}

process.on('message', (message: ToBot) => void hear(message))
// Ctrl+C reaches the whole group of processes: the workspace ends this one in its own order.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit(0))
