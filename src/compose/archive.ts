import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { v7 as sortableId } from 'uuid'
import type { Counts } from '../app/archive/archive.js'
import { giveOut } from '../app/archive/give-out.js'
import { checkArchive, takeIn } from '../app/archive/take-in.js'
import type { DatabaseConfig } from '../config.js'
import { readArchive, writeArchive } from '../documents/archive/archive-files.js'
import { SealError } from '../store/cipher/cipher.js'
import type { Resealed } from '../store/cipher/reseal.js'
import { OpenError } from '../store/open-error.js'
import { openStore } from '../store/open-store.js'

/** Something that whoever runs the program has to mend; the message is for them. Nothing was changed. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused'
}

/** For `npm run export -- --all DIR`: everything in a database, as files. Slack is not needed. */
export const exportAll = async (config: DatabaseConfig, directory: string): Promise<Counts> => {
  isThere(config, 'export')
  return withStore(config, ({ archive }) => writeArchive(directory, (begin) => giveOut(archive, begin)))
}

/** For `npm run import -- --all DIR`: all of it into an empty database, or nothing. */
export const importAll = async (config: DatabaseConfig, directory: string): Promise<Counts> => {
  const open = () => readArchive(directory)
  // Before a database is made for it.
  const workspaceIds = await checkArchive(open())
  const counts = await withStore(config, ({ archive }) =>
    takeIn(archive, workspaceIds, open, new Date().toISOString()),
  )
  if (counts !== null) return counts
  throw new ArchiveRefused(
    'The database is not empty, and an export is imported into an empty one alone. Name another in DATABASE_URL. Nothing was changed.',
  )
}

/** For `npm run rotate`: see `reseal`. */
export const rotateKeys = async (config: DatabaseConfig): Promise<Resealed> => {
  isThere(config, 'encrypt')
  return withStore(config, (store) => store.reseal())
}

/** A database that is opened is made when it is missing, and there would be nothing in it. */
const isThere = ({ databaseUrl }: DatabaseConfig, verb: string): void => {
  const path = databaseUrl.startsWith('file:') ? resolve(databaseUrl.slice('file:'.length)) : null
  if (path !== null && !existsSync(path))
    throw new ArchiveRefused(`There is no database ${path}. Name the one to ${verb} in DATABASE_URL.`)
}

const withStore = async <T>(
  { databaseUrl, encryption }: DatabaseConfig,
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>,
): Promise<T> => {
  const store = await openStore(databaseUrl, { newId: sortableId, encryption }).catch((error: unknown) => {
    throw error instanceof OpenError ? new ArchiveRefused(error.message, { cause: error }) : error
  })
  try {
    return await work(store)
  } catch (error) {
    throw error instanceof SealError ? new ArchiveRefused(`${error.message}.`, { cause: error }) : error
  } finally {
    await store.close()
  }
}
