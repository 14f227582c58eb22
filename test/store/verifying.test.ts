import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../src/store/dialect.js'
import type { Db } from '../../src/store/tables.js'
import { installed } from '../support/installing.js'
import { engines, freshDatabase } from '../support/stores.js'
import { ana, at, ben, today, Workspace } from './contract/workspace.js'

describe.each(engines)('verifying, on %s', (engine) => {
  /** Frank, with a note that was put right, one that was taken back, and a role that is past. */
  const knowing = async () => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop('damaged'))
    const store = await database.open()
    const here = new Workspace(store, 'T1')
    const frank = await here.knows('Frank Ortiz', { addresses: ['frank@acme.example'] })
    const note = here.note(frank, 'proud of his crew')
    await here.does(ana, ({ notes }) => notes.add(note))
    await here.does(ben, ({ notes }) => notes.change(note.id, { text: 'proud of his whole crew' }))
    const wrong = await here.does(ana, ({ notes }) => notes.add(here.note(frank, 'sails')))
    await here.takesBack(ana, wrong)
    await here.does(ana, ({ roles }) => roles.add(here.role(frank, 'clerk', 'Acme', { untilOn: today })))
    await here.does(ana, ({ interactions }) => interactions.add(here.contact(frank, today)))
    const handle = connect(database.url, 5_000)
    onTestFinished(() => handle.db.destroy())
    return { here, store, frank, note, db: handle.db }
  }
  /** What is found once somebody has written past the program. */
  const foundAfter = async (damage: (db: Db, ids: { frank: string; note: string }) => Promise<unknown>) => {
    const { store, db, frank, note } = await knowing()
    expect((await store.verify()).findings).toEqual([])
    await damage(db, { frank: frank.id, note: note.id })
    const { findings } = await store.verify()
    return findings.map(({ check, table, says }) => `${check}: ${table} ${says}`)
  }

  it('all agrees: it says how much there was', async () => {
    const { store } = await knowing()
    expect(await store.verify()).toEqual({
      findings: [],
      counts: { workspaces: 1, acts: 7, changes: 7, rows: 5, people: 1, entries: 3, installations: 0 },
    })
  })

  it('a row that was changed past the journal', async () => {
    expect(await foundAfter((db) => sql`update notes set text = 'meek'`.execute(db))).toEqual([
      'journal: notes is not as the journal says: text',
      'search: notes is not found by what it says',
    ])
  })

  it('a row that is missing', async () => {
    const found = await foundAfter((db) => sql`delete from notes`.execute(db))
    expect(found).toContain('journal: notes is missing')
    expect(found).toContain('search: search_entries has 3 entries for 2 things')
  })

  it('a row that came by itself, and one that came back', async () => {
    const strange = await foundAfter(async (db) => {
      const row = await db.selectFrom('notes').selectAll().executeTakeFirstOrThrow()
      await db
        .insertInto('notes')
        .values({ ...row, id: 'strange' })
        .execute()
    })
    expect(strange).toContain('acts: notes was added by no act')
    const back = await foundAfter(async (db) => {
      const row = await db.selectFrom('notes').selectAll().executeTakeFirstOrThrow()
      const removed = await sql<{
        row_id: string
      }>`select row_id from changes where row_after is null`.execute(db)
      await db
        .insertInto('notes')
        .values({ ...row, id: removed.rows[0]?.row_id ?? '' })
        .execute()
    })
    expect(back).toContain('journal: notes is there, though it was removed')
  })

  it('a journal that lost a step, or an act', async () => {
    const step = await foundAfter((db) => sql`delete from changes where act_seq = 2`.execute(db))
    expect(step).toContain('acts: notes was added by no act')
    const between = await foundAfter((db) =>
      sql`update changes set row_before = '{"text":"proud of nobody"}' where act_seq = 3`.execute(db),
    )
    expect(between).toEqual(['journal: notes was changed between its acts: text (act 3)'])
    const act = await foundAfter(async (db) => {
      await sql`delete from changes where act_seq = 3`.execute(db)
      await sql`delete from acts where seq = 3`.execute(db)
    })
    expect(act).toContain('acts: acts are 6 where 7 were numbered')
    const undone = await foundAfter((db) =>
      sql`update acts set undone_by = 'nobody' where seq = 2`.execute(db),
    )
    expect(undone).toEqual(['acts: acts names an act that is not there: undone_by'])
    const half = await foundAfter((db) => sql`update changes set ordinal = 1 where act_seq = 3`.execute(db))
    expect(half).toEqual(['acts: changes of act 3 are not all there'])
  })

  it('installations that are half stored, with the remedy, and grants of nobody', async () => {
    const { store, db } = await knowing()
    for (const id of ['T1', 'T2', 'T3', 'E1']) await store.installations.keep(installed(id), at)
    await store.installations.grant('E1', ['T9'], at)
    const whole = await store.verify()
    expect(whole).toMatchObject({ findings: [], counts: { installations: 4 } })
    await sql`update installations set token = '' where workspace_id = 'T1'`.execute(db)
    await sql`update installations set refresh_token = 'r' where workspace_id = 'T2'`.execute(db)
    await sql`update installations set state = 'silent' where workspace_id = 'T3'`.execute(db)
    await sql`delete from installations where workspace_id = 'E1'`.execute(db)
    const { findings } = await store.verify()
    expect(findings.map(({ check, table, says }) => `${check}: ${table} ${says}`)).toEqual([
      'installations: installations of T1: half stored; add the app to Slack there once more',
      'installations: installations of T2: half of a pair of tokens; add the app to Slack there once more',
      'installations: installations of T3: silent, and never to be erased',
      'installations: granted_workspaces of T9: granted by an organisation that is not there',
    ])
  })

  it('what follows from the rows and does not', async () => {
    expect(await foundAfter((db) => sql`update people set last_contact_on = null`.execute(db))).toEqual([
      'derived: people does not stand where their contacts and news put them',
    ])
    const keys = await foundAfter((db) => sql`delete from person_keys where kind = 'given'`.execute(db))
    expect(keys).toEqual(['derived: people is not called as their row says'])
    const spelled = await foundAfter((db) =>
      sql`update name_spellings set left_out = 'nobody' where left_out = 'frak'`.execute(db),
    )
    expect(spelled).toEqual([
      'derived: name_spellings lack 1 of 32 ways in which names are found',
      'derived: name_spellings have 1 ways in which nobody is called',
    ])
    const begin = await foundAfter((db) =>
      sql`update first_words set word = 'nobody' where word = 'frank'`.execute(db),
    )
    expect(begin).toEqual([
      expect.stringMatching(
        /^derived: first_words lack 1 of \d+ words that begin what people are called by$/,
      ),
      'derived: first_words have 1 words that begin nothing that anybody is called by',
    ])
    const nameless = await foundAfter((db) =>
      sql`insert into person_keys (workspace_id, key, kind, person_id, backwards)
        select workspace_id, '', 'address', person_id, '' from person_keys limit 1`.execute(db),
    )
    expect(nameless).not.toContainEqual(expect.stringContaining('first_words'))
    const index = await foundAfter((db) => sql`delete from search_entries where source = 'notes'`.execute(db))
    expect(index).toEqual(['search: notes is not found by what it says'])
    const moved = await foundAfter((db) =>
      sql`update search_entries set home = 'channel:COTHER' where source = 'notes'`.execute(db),
    )
    expect(moved).toEqual(['search: notes is not found by what it says'])
  })

  if (engine === 'SQLite') {
    it('an index of words that is behind its entries', async () => {
      const found = await foundAfter((db) =>
        sql`insert into search_fts (search_fts, rowid, words)
          select 'delete', place, words from search_entries where source = 'notes'`.execute(db),
      )
      expect(found).toEqual(['search: search_entries differ from their index by 6 words'])
      const other = await foundAfter(async (db) => {
        await sql`insert into search_fts (search_fts, rowid, words)
          select 'delete', place, words from search_entries where source = 'notes'`.execute(db)
        await sql`insert into search_fts (rowid, words)
          select place, replace(words, 'proud', 'meek') from search_entries where source = 'notes'`.execute(
          db,
        )
      })
      expect(other).toEqual(['search: search_entries differ from their index by 1 words'])
      const ofPeople = await foundAfter((db) =>
        sql`insert into search_fts_people (search_fts_people, rowid, words)
          select 'delete', place, words from search_entries where source = 'people'`.execute(db),
      )
      expect(ofPeople.join()).toMatch(/^search: search_entries differ from their index by \d+ words$/)
    })

    it('a row that names nobody', async () => {
      const found = await foundAfter(async (db) => {
        await sql`pragma foreign_keys = off`.execute(db)
        await sql`delete from people`.execute(db)
      })
      expect(found.find((says) => says.startsWith('references'))).toMatch(
        /^references: rows name \d+ that are not/,
      )
    })
  }

  it('steps that a forgetting took out of the journal are missed by nobody', async () => {
    const { here, store, frank, db } = await knowing()
    const susan = await here.knows('Susan Bell')
    await here.does(ana, async ({ notes }) => {
      await notes.add(here.note(frank, 'sails with Susan'))
      await notes.add(here.note(susan, 'sails with Frank Ortiz'))
    })
    await here.does(ana, ({ forgetting }) => forgetting.person(frank.id))
    expect((await store.verify()).findings).toEqual([])
    await here.does(ana, ({ notes }) => notes.add(here.note(susan, 'rows')))
    await sql`delete from changes where act_seq = (select max(seq) from acts)`.execute(db)
    expect((await store.verify()).findings).toMatchObject([{ says: 'was added by no act' }])
  })
})
