import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { channelHome } from '../../../src/domain/audience.js'
import { OpenError } from '../../../src/store/open-error.js'
import { openStore } from '../../../src/store/open-store.js'
import { fillFile } from './fill-file.js'
import { channel, channels, firstMoment, workspaceId, zone } from './life.js'

/** Changes when what is made changes: what was made before is then made anew. */
const edition = 1

/**
 * The file with so many people in `folder`; made, when it is not there. It is worked with as it is: a
 * run adds a few thousand notes to the millions. */
export const townFile = async (
  folder: string,
  people: number,
  say: (text: string) => void,
): Promise<string> => {
  const path = join(folder, `people-${people}-${edition}.db`)
  if (existsSync(path)) {
    // What a later release changes in it is changed by today's clock: those of the sides are behind it.
    try {
      await (await openStore(`file:${path}`, { newId: () => 'never' })).close()
      return path
    } catch (error) {
      if (!(error instanceof OpenError)) throw error
      say(`${people} people of before do not fit any more: ${error.message}`)
    }
  }
  mkdirSync(folder, { recursive: true })
  const unfinished = `${path}.part`
  for (const rest of ['', '-wal', '-shm']) rmSync(`${unfinished}${rest}`, { force: true })
  say(`making ${people} people, once`)
  await withPlaces(`file:${unfinished}`)
  await fillFile(unfinished, people, say)
  for (const rest of ['-wal', '-shm']) rmSync(`${path}${rest}`, { force: true })
  renameSync(unfinished, path)
  return path
}

/** Another file with the same in it, in `folder`: what is done to it is gone with that. */
export const copyOfTown = (path: string, folder: string, name: string): string => {
  const copy = join(folder, name)
  const file = new SQLite(path)
  file.prepare('vacuum into ?').run(copy)
  file.close()
  return copy
}

/** The tables of the program as it is now, and the places in which everybody is introduced. */
export const withPlaces = async (url: string): Promise<void> => {
  let last = 0
  const store = await openStore(url, { newId: () => `place-${++last}`, clock: () => firstMoment })
  const scope = { workspaceId, audience: 'everything' } as const
  await store.uow.keep(scope, async ({ places }) => {
    for (let n = 0; n < channels; n++) await places.know(channelHome(channel(n)), zone)
  })
  await store.close()
}
