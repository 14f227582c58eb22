import { composeBot } from './compose.js'
import { readConfig } from './config.js'
import { readEnvironment } from './environment.js'
import { sayLastWords } from './last-words.js'
import { createLog } from './logging.js'
import { createMetrics } from './watch/metrics.js'

const fail = (problem: string): never => {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const config = readConfig(readEnvironment())
if ('problem' in config) fail(config.problem)
else {
  const log = createLog({ level: config.logLevel })
  sayLastWords(log)
  const stopping = new AbortController()
  let stop = async (): Promise<void> => {}
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      log.info('Stopping: what is under way is finished first', { signal })
      stopping.abort()
      void stop().then(() => process.exit(0))
    })
  const running = await composeBot({
    config,
    log,
    metrics: createMetrics({ withProcess: true }),
    signal: stopping.signal,
  })
  if ('problem' in running) fail(running.problem)
  else {
    stop = running.stop
    void running.outgrown.then(async (problem) => {
      log.fatal('The database has changed past what this program works with; it ends')
      await running.stop()
      fail(problem)
    })
    log.info('Personable is listening; GET /healthz says that it is alive', { port: running.port })
  }
}
