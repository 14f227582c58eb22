import { count } from '../codec.js'
import type { Handle } from '../dialect.js'
import type { Db } from '../tables.js'
import { inTransaction } from '../transaction.js'
import { actsAgainstEachOther, journalFacts } from './acts.js'
import type { Counts, Finding, Verified } from './finding.js'
import { firstWordsAgainstKeys } from './first-words.js'
import { whatFollows } from './following.js'
import { wholeInstallations } from './installations.js'
import { rowsAgainstJournal } from './journal.js'
import { indexAgainstRows } from './search.js'
import { spellingsAgainstNames } from './spellings.js'

/**
 * Looks at everything as it is in one moment: that the file holds together, that what names something names what is
 * there, that the journal adds up to the rows, that what follows from the rows follows, and that the search index has
 * what they say. Only reads; others write on meanwhile, but nothing else is asked of this connection until it is done.
 */
export const verifyStore = (handle: Handle, patienceMs: number): Promise<Verified> =>
  inTransaction(handle, 'read', patienceMs, async (db) => ({
    value: await verifyAll(handle, db),
    keep: false,
  }))

/** The same of what the engine keeps alone, whatever the schema. */
export const verifyEngine = (handle: Handle, patienceMs: number): Promise<Verified> =>
  inTransaction(handle, 'read', patienceMs, async (db) => ({
    value: { findings: await engineFindings(handle, db), counts: nothing },
    keep: false,
  }))

const nothing: Counts = {
  workspaces: 0,
  acts: 0,
  changes: 0,
  rows: 0,
  people: 0,
  entries: 0,
  installations: 0,
}

const engineFindings = async ({ dialect }: Handle, db: Db): Promise<Finding[]> => {
  const findings: Finding[] = []
  const broken = await dialect.faultsInFile(db)
  if (broken > 0)
    findings.push({ check: 'file', table: 'file', id: null, says: `has ${broken} faults in its pages` })
  const dangling = await dialect.faultsInReferences(db)
  if (dangling > 0)
    findings.push({
      check: 'references',
      table: 'rows',
      id: null,
      says: `name ${dangling} that are not there`,
    })
  return findings
}

const verifyAll = async (handle: Handle, db: Db): Promise<Verified> => {
  const { dialect } = handle
  const findings = await engineFindings(handle, db)
  const find = (finding: Finding): void => {
    findings.push(finding)
  }
  const counts = { ...nothing }
  for (const workspaceId of await workspacesIn(db)) {
    const looked = { db, dialect, workspaceId }
    const facts = await journalFacts(looked)
    counts.workspaces++
    counts.acts += await actsAgainstEachOther(looked, facts, find)
    counts.rows += await rowsAgainstJournal(looked, facts, find)
    counts.people += await whatFollows(looked, find)
    await spellingsAgainstNames(looked, find)
    await firstWordsAgainstKeys(looked, find)
    counts.entries += await indexAgainstRows(looked, find)
  }
  counts.installations = await wholeInstallations(db, find)
  const strays = await dialect.search.strays(db)
  if (strays > 0)
    find({
      check: 'search',
      table: 'search_entries',
      id: null,
      says: `differ from their index by ${strays} words`,
    })
  const { changes } = await db
    .selectFrom('changes')
    .select((eb) => eb.fn.countAll().as('changes'))
    .executeTakeFirstOrThrow()
  return { findings, counts: { ...counts, changes: count(changes) } }
}

/** Whoever has an act or a row. Of what is half erased nothing agrees, and nothing has to. */
const workspacesIn = async (db: Db): Promise<readonly string[]> => {
  const ids = new Set<string>()
  for (const table of ['acts', 'people', 'places', 'search_entries'] as const)
    for (const row of await db.selectFrom(table).select('workspace_id').distinct().execute())
      ids.add(row.workspace_id)
  for (const row of await db.selectFrom('erasures').select('workspace_id').execute())
    ids.delete(row.workspace_id)
  return [...ids].sort()
}
