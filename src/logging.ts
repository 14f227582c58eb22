import { pino } from 'pino'
import type { LogLevel } from './config.js'
import { safeData } from './redaction.js'

type LogData = Readonly<Record<string, unknown>>

/** Texts are static; what varies stands beside them, and is made safe before it is written. */
export interface Log {
  debug(text: string, data?: LogData): void
  info(text: string, data?: LogData): void
  warn(text: string, data?: LogData): void
  error(text: string, data?: LogData): void
  fatal(text: string, data?: LogData): void
  /** The same log, saying which part of the program speaks. */
  part(name: string): Log
}

/** Errors are made safe before pino sees them; its own serializer would join the messages of the causes. */
const serializers = { err: (safe: unknown) => safe }

/** One JSON object a line, to standard output unless told otherwise. */
export const createLog = (options: {
  readonly level: LogLevel
  readonly write?: (line: string) => void
}): Log => {
  const { level, write } = options
  const settings = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }
  return wrap(write ? pino(settings, { write }) : pino(settings))
}

const wrap = (logger: pino.Logger): Log => ({
  debug: (text, data = {}) => logger.debug(safeData(data), text),
  info: (text, data = {}) => logger.info(safeData(data), text),
  warn: (text, data = {}) => logger.warn(safeData(data), text),
  error: (text, data = {}) => logger.error(safeData(data), text),
  fatal: (text, data = {}) => logger.fatal(safeData(data), text),
  part: (name) => wrap(logger.child({ part: name })),
})
