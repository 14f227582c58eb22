import { StoreUnavailable } from '../app/ports.js'

type Trouble = StoreUnavailable['trouble']

/** The code of an error of a driver or of the network; empty without one. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What SQLite's codes, PostgreSQL's SQLSTATEs and the network's codes mean, by how they begin. */
const troubles: readonly (readonly [beginning: string, trouble: Trouble])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_CANTOPEN', 'gone'],
  // The file beside the database that its readers share has no room to grow.
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_IOERR', 'gone'],
  ['53100', 'full'],
  ['25006', 'read-only'],
  // A lock that did not come, a deadlock, a transaction that another one overtook.
  ['55P03', 'busy'],
  ['40P01', 'busy'],
  ['40001', 'busy'],
  // A statement that took too long.
  ['57014', 'busy'],
  ['XX001', 'corrupt'],
  ['XX002', 'corrupt'],
  // Other processes have all the connections that the server gives.
  ['53300', 'busy'],
  ['57P', 'gone'],
  ['25P03', 'gone'],
  ['08', 'gone'],
  ['ECONN', 'gone'],
  ['EPIPE', 'gone'],
  ['ETIMEDOUT', 'gone'],
  ['ENOTFOUND', 'gone'],
  ['EAI_', 'gone'],
  ['EHOST', 'gone'],
  ['ENET', 'gone'],
]

/** What the drivers say without a code. */
const goneMessages =
  /connection is not open|Connection terminated|connection error|Query read timeout|driver has already been destroyed|Client has encountered/i
/** All connections of the pool are in use. */
const busyMessages = /timeout exceeded when trying to connect/i

/** What kept the database from working; null when the error is about something else. */
export const troubleOf = (error: unknown): Trouble | null => {
  const code = codeOf(error)
  const known = troubles.find(([beginning]) => code.startsWith(beginning))
  if (known !== undefined) return known[1]
  if (!(error instanceof Error)) return null
  if (busyMessages.test(error.message)) return 'busy'
  return goneMessages.test(error.message) ? 'gone' : null
}

const sentences: Record<Trouble, string> = {
  busy: 'The database stayed busy.',
  full: 'The disk that the database is on is full.',
  'read-only': 'The database can only be read.',
  corrupt: 'The database file is damaged.',
  gone: 'The database cannot be reached.',
}

/** The error to pass on: `StoreUnavailable` for trouble of the database itself, anything else as it is. */
export const passedOn = (error: unknown): unknown => {
  const trouble = troubleOf(error)
  return trouble === null ? error : new StoreUnavailable(trouble, sentences[trouble], { cause: error })
}
