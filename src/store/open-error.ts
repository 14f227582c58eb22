import { StoreUnavailable } from '../app/ports.js'
import { SealError } from './cipher/cipher.js'
import { codeOf, troubleOf } from './errors.js'
import { remedyIn } from './server-remedies.js'

/** The database could not be opened. The message names it and says what to do; nothing was overwritten. */
export class OpenError extends Error {
  override readonly name = 'OpenError'
}

/** The driver's own error, from under the one that says it to the rest of the program. */
const rootOf = (error: unknown): unknown =>
  error instanceof StoreUnavailable && error.cause !== undefined ? error.cause : error

/** What to do about a file that cannot be opened. */
export const fileError = (path: string, error: unknown): OpenError => {
  if (error instanceof OpenError) return error
  const root = rootOf(error)
  if (root instanceof SealError) return sealError(path, root)
  return new OpenError(`${fileRemedy(path, root)} Nothing was changed.`, { cause: root })
}

const fileRemedy = (path: string, root: unknown): string => {
  const elsewhere = 'or name another file in DATABASE_URL.'
  const trouble = troubleOf(root)
  if (trouble === 'corrupt')
    return `The database file ${path} is damaged, or is no database. Put a backup in its place, ${elsewhere}`
  if (trouble === 'full')
    return `The disk with the database file ${path} is full. Make room on it and start again.`
  if (trouble === 'read-only' || ['EACCES', 'EROFS', 'EPERM'].includes(codeOf(root)))
    return `The database file ${path} can only be read. Give this user the right to write it and its directory, ${elsewhere}`
  if (trouble === 'busy')
    return `The database file ${path} is held by another program. End that program and start again.`
  return `The database file ${path} cannot be opened${said(root)}. See that it is a file in a directory that this user may write, ${elsewhere}`
}

/** What to do about a server that cannot be used. `where` names host and database, without a password. */
export const serverError = (where: string, error: unknown): OpenError => {
  if (error instanceof OpenError) return error
  const root = rootOf(error)
  if (root instanceof SealError) return sealError(where, root)
  return new OpenError(serverRemedy(where, root), { cause: root })
}

const serverRemedy = (where: string, root: unknown): string => {
  const known = remedyIn(root)
  if (known !== null) return known.replaceAll('WHERE', where)
  const trouble = root instanceof StoreUnavailable ? root.trouble : troubleOf(root)
  if (trouble === 'full')
    return `The disk of the PostgreSQL server at ${where} is full. Make room on it and start again.`
  if (trouble === 'busy')
    return `The database ${where} is held by another process, which may be changing its tables. Let it end (pg_stat_activity shows it), then start again.`
  return `The PostgreSQL server at ${where} cannot be reached${said(root)}. Start it, or put right the address in DATABASE_URL.`
}

const said = (root: unknown): string =>
  root instanceof Error && root.message !== '' ? ` (${root.message})` : ''

/** A file or server that holds tables of a later release, or of something else altogether. */
export const newerError = (where: string): OpenError =>
  new OpenError(
    `The database ${where} was written by a newer version of this program. Start that version, or put back a backup from before it. Nothing was changed.`,
  )
export const foreignError = (where: string): OpenError =>
  new OpenError(
    `The database ${where} belongs to another program. Name another file in DATABASE_URL. Nothing was changed.`,
  )
export const addressError = (): OpenError =>
  new OpenError(
    'DATABASE_URL must be file:PATH (as file:data/personable.db) or postgres://USER:PASSWORD@HOST:PORT/DATABASE.',
  )
export const tooOldError = (where: string, version: string): OpenError =>
  new OpenError(
    `The PostgreSQL server at ${where} is version ${version}; version 13 or later is needed. Upgrade it, or name another one in DATABASE_URL.`,
  )
export const mayNotWriteError = (where: string, table: string): OpenError =>
  new OpenError(
    `The user in DATABASE_URL may not read and write the table ${table} in ${where}. Start as the user who made the tables, or grant it SELECT, INSERT, UPDATE and DELETE on all of them.`,
  )
export const standbyError = (where: string): OpenError =>
  new OpenError(
    `The PostgreSQL server at ${where} is a standby, which takes no writes. Name the primary in DATABASE_URL.`,
  )
export const encodingError = (where: string, encoding: string): OpenError =>
  new OpenError(
    `The database ${where} stores ${encoding}; make it anew with the encoding UTF8: createdb --encoding=UTF8 --template=template0 NAME.`,
  )
/** `keyId` names a key and tells nothing of it. */
export const keyError = (where: string, keyId: string, isAnyGiven: boolean): OpenError =>
  new OpenError(
    `The database ${where} is encrypted with ${isAnyGiven ? 'another key' : 'a key'}, whose id is ${keyId}. Give that key in ENCRYPTION_KEY, or in ENCRYPTION_KEYS_BEFORE if there is a newer one. Nothing was changed.`,
  )
export const emptyError = (where: string): OpenError =>
  new OpenError(`The database ${where} is empty: nothing was ever kept in it.`)
export const missingError = (where: string): OpenError =>
  new OpenError(`There is no database ${where}. Name the one that you mean in DATABASE_URL.`)
/** What was written into an encrypted database by somebody without its key. */
const sealError = (where: string, { message }: SealError): OpenError =>
  new OpenError(`In the database ${where}, ${message}. Put a backup in its place.`)
