import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import { count } from '../codec.js'
import { entryOf, sourcesOf } from '../search-index.js'
import type { SearchEntryRow } from '../search-tables.js'
import type { JournalledTable } from '../tables.js'
import type { Finding, Looked } from './finding.js'
import { isSame } from './following.js'
import { everyPresent } from './present.js'

type Source = SearchEntryRow['source']
type Entry = Omit<SearchEntryRow, 'place' | 'words'> & { readonly written: string }

/** Holds the index against the rows that it is of; answers how many entries it has. */
export const indexAgainstRows = async (looked: Looked, find: (finding: Finding) => void): Promise<number> => {
  const { db, workspaceId } = looked
  let wishedFor = 0
  for (const [table, sources] of Object.entries(sourcesOf))
    for await (const page of everyPresent(looked, table as JournalledTable)) {
      for (const source of sources) {
        const ids = page.map(({ id }) => String(id))
        const entries = await entriesOf(looked, source, ids)
        for (const row of page) {
          const id = String(row.id)
          const wished = await entryOf(db, workspaceId, source, id, row)
          const entry = entries.get(id)
          if (wished !== null) wishedFor++
          if (!isAsWished(looked, wished, entry))
            find({ check: 'search', table: source, id, says: 'is not found by what it says' })
        }
      }
      await turn()
    }
  const { entries } = await db
    .selectFrom('search_entries')
    .select((eb) => eb.fn.countAll().as('entries'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  if (count(entries) > wishedFor)
    find({
      check: 'search',
      table: 'search_entries',
      id: null,
      says: `has ${count(entries)} entries for ${wishedFor} things`,
    })
  return count(entries)
}

const entriesOf = async (
  { db, dialect, workspaceId }: Looked,
  source: Source,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Entry>> => {
  const { rows } = await sql<Entry>`
    select workspace_id, source, entry_id, kind, person_id, home, written_by, ${dialect.search.written} as written
    from search_entries where workspace_id = ${workspaceId} and source = ${source}
      and ${dialect.oneOf('entry_id', ids)}`.execute(db)
  return new Map(rows.map((row) => [row.entry_id, row]))
}

const isAsWished = (
  { dialect, workspaceId }: Looked,
  wished: Awaited<ReturnType<typeof entryOf>>,
  entry: Entry | undefined,
): boolean => {
  if (wished === null || entry === undefined) return wished === null && entry === undefined
  const says = ({
    kind,
    person_id,
    home,
    written_by,
  }: Omit<Entry, 'written' | 'workspace_id' | 'source' | 'entry_id'>) =>
    [kind, person_id, home, written_by].join(' ')
  const { cipher, wordsIn } = dialect.search
  const hidden = new Map(
    wished.words.flatMap((word) =>
      (cipher?.wordMarks(workspaceId, word) ?? []).map((mark) => [mark, word] as const),
    ),
  )
  const words = wordsIn(workspaceId, entry.written).map((word) => hidden.get(word) ?? word)
  return says(wished) === says(entry) && isSame(wished.words, words)
}
