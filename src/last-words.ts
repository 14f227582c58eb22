import type { Log } from './logging.js'

/**
 * What nobody caught ends the process, as ever, but is logged like everything else: Node.js itself would print the whole
 * error, and with it whatever it quotes.
 */
export const sayLastWords = (log: Log): void => {
  const last = (error: unknown): void => {
    log.fatal('Something went wrong that nobody foresaw; the program ends', { err: error })
    process.exit(1)
  }
  process.on('uncaughtException', last)
  process.on('unhandledRejection', last)
}
