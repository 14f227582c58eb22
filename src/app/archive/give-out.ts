import type { AddressCard, Archive } from '../ports/archive.js'
import { type ArchiveLine, type Counts, keptKinds, noneYet } from './archive.js'

/** Takes an archive, a line at a time; `finish` when all of it was given. */
export interface ArchiveSink {
  line(line: ArchiveLine): Promise<void>
  card(card: AddressCard): Promise<void>
  finish(): Promise<void>
}

/**
 * Gives everything that is known, in one order, so that the same knowledge makes the same archive. `begin` makes a
 * sink that is empty, each time it is called.
 */
export const giveOut = (archive: Archive, begin: () => Promise<ArchiveSink>): Promise<Counts> =>
  archive.read(async (kept) => {
    const sink = await begin()
    const counts = noneYet()
    await sink.line({ is: 'head' })
    for (const id of await kept.workspaces()) {
      await sink.line({ is: 'workspace', id })
      for (const kind of keptKinds)
        for await (const row of kept.rows(id, kind)) {
          await sink.line({ is: 'row', row })
          counts[kind] += 1
        }
      for await (const card of kept.cards(id)) await sink.card(card)
    }
    await sink.line({ is: 'end', counts })
    await sink.finish()
    return counts
  })
