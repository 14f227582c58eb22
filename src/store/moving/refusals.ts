import { codeOf, troubleOf } from '../errors.js'
import { OpenError } from '../open-error.js'
import { remedyIn } from '../server-remedies.js'

/** The move did not come to its end. The message says what to do; what was copied stays, and is gone on with. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused'
}

const nothingChanged = 'Nothing was changed.'
const goOn =
  'What was copied is kept: run the same command again, and it goes on from there. The bot may work with the file meanwhile.'

// ---- Before anything begins ----

export const wrongFrom = (): MoveRefused =>
  new MoveRefused(
    `--from is the file that the bot works with, as file:data/personable.db. From a server back into a file there is npm run export and npm run import. ${nothingChanged}`,
  )
export const wrongTo = (): MoveRefused =>
  new MoveRefused(
    `--to is an empty database on a PostgreSQL server, as postgres://USER:PASSWORD@HOST:PORT/DATABASE; without a password in it, PGPASSWORD is asked. ${nothingChanged}`,
  )
export const earlierSchema = (where: string): MoveRefused =>
  new MoveRefused(
    `The database ${where} is of an earlier version of this program. Start the bot with this version on it once, and move it then. ${nothingChanged}`,
  )
export const notEmpty = (where: string, table: string): MoveRefused =>
  new MoveRefused(
    `The database ${where} is not empty: there are rows in ${table}. Make another with createdb, and name that in --to. ${nothingChanged}`,
  )
export const othersTables = (where: string, table: string): MoveRefused =>
  new MoveRefused(
    `The database ${where} has a table ${table} of another program. Make one for the bot alone with createdb, and name that in --to. ${nothingChanged}`,
  )
export const otherMove = (where: string, from: string): MoveRefused =>
  new MoveRefused(
    `The file ${from} is being moved into ${where}, which is not finished. Go on with that one, or make another database with createdb. ${nothingChanged}`,
  )
export const movedElsewhere = (path: string, to: string): MoveRefused =>
  new MoveRefused(
    `The file ${path} was moved to ${to} already: put the address of that server into DATABASE_URL. If it was a mistake, npm run move -- --from file:${path} --back makes the file usable again. ${nothingChanged}`,
  )
export const underWay = (where: string): MoveRefused =>
  new MoveRefused(
    `Another npm run move works on ${where} right now. Let it come to its end, or end it. ${nothingChanged}`,
  )
export const neverMoved = (path: string): MoveRefused =>
  new MoveRefused(`The file ${path} was never moved. ${nothingChanged}`)

// ---- On the way ----

export const schemaChanged = (path: string): MoveRefused =>
  new MoveRefused(
    `Another version of the bot has changed the tables in ${path} meanwhile. Run the move of that version: it begins anew.`,
  )
export const targetDiffers = (where: string, table: string): MoveRefused =>
  new MoveRefused(
    `In ${where}, the table ${table} is not as it was copied: somebody else writes there. See that nobody does, and run the same command again: what differs is copied anew. The bot may work with the file meanwhile.`,
  )

/** Something about the file that is moved. */
export const fileTrouble = (path: string, error: unknown): unknown => {
  if (isSaid(error)) return error
  const trouble = troubleOf(error)
  if (trouble === 'busy')
    return new MoveRefused(`The database file ${path} is held by another program. ${goOn}`, { cause: error })
  if (trouble === 'full')
    return new MoveRefused(`The disk with the database file ${path} is full. Make room on it. ${goOn}`, {
      cause: error,
    })
  if (trouble === 'read-only' || ['EACCES', 'EPERM', 'SQLITE_CANTOPEN'].includes(codeOf(error)))
    return new MoveRefused(
      `The database file ${path} cannot be written, and at the end it is marked as moved. Run this as the user of the bot. ${goOn}`,
      { cause: error },
    )
  if (trouble === 'corrupt')
    return new MoveRefused(
      `The database file ${path} is damaged. npm run verify says more; README.md says how to put a backup back.`,
      { cause: error },
    )
  if (trouble === null) return error
  return new MoveRefused(
    `The database file ${path} could not be read or written${said(error)}, as when its disk has no room. ${goOn}`,
    { cause: error },
  )
}

/** Something about the server. `isMarked`: the file is marked already, and only the last step is missing. */
export const serverTrouble = (where: string, error: unknown, isMarked: boolean): unknown => {
  if (isSaid(error)) return error
  const why = serverWhy(where, error)
  if (why === null) return error
  const next = isMarked
    ? 'All is copied, and one step is missing: run the same command again. The bot can work with neither until then.'
    : goOn
  return new MoveRefused(`${why} ${next}`, { cause: error })
}

const serverWhy = (where: string, error: unknown): string | null => {
  const code = codeOf(error)
  if (code === '23503')
    return `In the file something names what is not there${said(error)}. npm run verify says more; put a backup back, or ask for help.`
  if (code === '22021' || code === '22P05')
    return `A text in the file has a character that PostgreSQL does not take${said(error)}.`
  const remedy = remedyIn(error)
  if (remedy !== null) return remedy.replaceAll('WHERE', where).replaceAll('DATABASE_URL', '--to')
  const trouble = troubleOf(error)
  if (trouble === 'full')
    return `The disk of the PostgreSQL server at ${where} is full. Make room on it: it takes about three times the size of the file.`
  if (trouble === 'busy')
    return `Something in ${where} is held by another program. See that nobody works with it.`
  if (trouble === 'corrupt') return `The PostgreSQL server at ${where} says that its own files are damaged.`
  if (trouble === 'gone' || /timeout/i.test(messageOf(error)))
    return `The PostgreSQL server at ${where} cannot be reached, or went away${said(error)}. Start it, or put right its address in --to.`
  // Its own words may quote what it chokes on.
  return code === '' ? null : `The PostgreSQL server at ${where} refused (${code}).`
}

const isSaid = (error: unknown): boolean => error instanceof MoveRefused || error instanceof OpenError
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '')
const said = (error: unknown): string => {
  const says = messageOf(error) || codeOf(error)
  return says === '' ? '' : ` (${says})`
}
