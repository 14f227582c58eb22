import { codeOf, troubleOf } from '../errors.js'

/** No backup was made, and nothing was left or overwritten. The message says what to do. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

export const alreadyThere = (path: string): BackupRefused =>
  new BackupRefused(
    `There is something at ${path} already, and it stays as it is. Name a file that is not there.`,
  )

export const noFolder = (path: string): BackupRefused =>
  new BackupRefused(`There is no directory ${path}. Make it, or see that its disk is mounted.`)

export const copyDamaged = (from: string): BackupRefused =>
  new BackupRefused(
    `The copy of ${from} does not hold together, and was thrown away. npm run verify says whether the database itself does. Keep your last good backup.`,
  )

/** PostgreSQL makes copies of one moment itself. The password stays out of the command: it asks, or ~/.pgpass has it. */
export const useTheServersOwn = (url: string, target: string): BackupRefused => {
  const without = new URL(url)
  without.password = ''
  for (const name of ['password', 'sslpassword']) without.searchParams.delete(name)
  return new BackupRefused(
    `The database is on a PostgreSQL server, which makes its own backups:\n\n  pg_dump --format=custom --file=${quoted(target)} ${quoted(without.href)}\n\npg_restore brings one back into an empty database.`,
  )
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const roomNeeded =
  'While it is made it takes twice the size of the database. Make room there, or name a file on another disk.'

/** Why SQLite could not copy: something about the one file or the other. */
export const notCopied = (from: string, to: string, error: unknown): BackupRefused => {
  const code = codeOf(error)
  const why = (): string => {
    if (troubleOf(error) === 'full' || ['ENOSPC', 'EDQUOT'].includes(code))
      return `The disk with ${to} has no room for a backup. ${roomNeeded}`
    // Some limits of a disk are an error of reading and writing like any other to SQLite.
    if (code.startsWith('SQLITE_IOERR'))
      return `The disk with ${to} could not be written to, as when it has no room for a backup. ${roomNeeded}`
    if (['EACCES', 'EROFS', 'EPERM', 'SQLITE_READONLY'].includes(code))
      return `${to} cannot be written. Give this user the right to write its directory.`
    if (troubleOf(error) === 'busy')
      return `The database file ${from} is held by another program. Run it again once that has ended.`
    if (troubleOf(error) === 'corrupt')
      return `The database file ${from} is damaged, or is no database. Keep your last good backup.`
    return `The database file ${from} could not be copied to ${to}${error instanceof Error ? ` (${error.message})` : ''}.`
  }
  return new BackupRefused(`${why()} No backup was made, and nothing was left there.`, { cause: error })
}
