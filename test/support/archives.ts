import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Counts } from '../../src/app/archive/archive.js'
import { giveOut } from '../../src/app/archive/give-out.js'
import { checkArchive, takeIn } from '../../src/app/archive/take-in.js'
import { archiveNames, readArchive, writeArchive } from '../../src/documents/archive/archive-files.js'
import type { Store } from '../../src/store/open-store.js'

/** An archive as the texts of its two files. */
export type ArchiveTexts = { readonly lines: string; readonly cards: string }

const at = '2026-12-01T09:00:00.000Z'

const within = async <T>(work: (directory: string) => Promise<T>): Promise<T> => {
  const directory = await mkdtemp(join(tmpdir(), 'personable-archive-'))
  try {
    return await work(directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

export const exportOf = ({ archive }: Store): Promise<ArchiveTexts> =>
  within(async (directory) => {
    await writeArchive(directory, (begin) => giveOut(archive, begin))
    const text = (name: string) => readFile(join(directory, name), 'utf8')
    return { lines: await text(archiveNames.lines), cards: await text(archiveNames.cards) }
  })

/** Null when the database is not empty. */
export const importInto = ({ archive }: Store, lines: string | Uint8Array): Promise<Counts | null> =>
  within(async (directory) => {
    await writeFile(join(directory, archiveNames.lines), lines)
    const open = () => readArchive(directory)
    return takeIn(archive, await checkArchive(open()), open, at)
  })
