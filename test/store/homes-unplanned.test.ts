import { CompiledQuery } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { channelHome } from '../../src/domain/audience.js'
import { Bound } from '../../src/store/bound.js'
import { connect } from '../../src/store/dialect.js'
import { type Given, KeptQuery } from '../../src/store/kept-query.js'
import { migrate } from '../../src/store/migrate.js'
import { freshDatabase } from '../support/stores.js'

const channels = Array.from({ length: 100 }, (_, nth) => `C${nth}`)

const aServer = async () => {
  const database = await freshDatabase('PostgreSQL')
  onTestFinished(() => database.drop())
  const handle = connect(database.url, 5_000)
  onTestFinished(() => handle.db.destroy())
  await migrate(handle, 5_000)
  const done = {
    kind: 'note',
    written_by: 'U9',
    written_at: 'x',
    person_id: null,
    cause: null,
    part_of: null,
  }
  const acts = channels.flatMap((channel, nth) =>
    [2 * nth + 1, 2 * nth + 2].map((seq) => ({ id: `a${seq}`, seq, place: channelHome(channel) })),
  )
  await handle.db
    .insertInto('acts')
    .values(acts.map((act) => ({ ...done, ...act, workspace_id: 'W1', undone_by: null })))
    .execute()
  await handle.db.executeQuery(CompiledQuery.raw('analyze acts'))
  return handle
}

const ofKind = new KeptQuery((bound: Bound, { kind }: Given<{ kind: string }>) =>
  bound.acts().select('a.id').where('a.kind', '=', kind),
)

it('a server does not weigh the homes of whoever asks, which takes it longer than a few rows do', async () => {
  const handle = await aServer()
  const asked = async (...homes: readonly string[]) => {
    let said: CompiledQuery | null = null
    const ask = async <O>(db: typeof handle.db, query: CompiledQuery<O>): Promise<O[]> => {
      said = query
      return handle.dialect.ask(db, query)
    }
    const audience = { userId: 'U1', homes: homes.map((id) => channelHome(id)), authoredHomes: [] }
    const bound = new Bound(handle.db, { ...handle.dialect, ask }, { workspaceId: 'W1', audience })
    const rows = await bound.ask(ofKind, { kind: 'note' })
    const { sql, parameters } = said ?? CompiledQuery.raw('')
    const planned = CompiledQuery.raw(`explain ${sql}`, [...parameters])
    const plan = (await handle.db.executeQuery<{ 'QUERY PLAN': string }>(planned)).rows
    return { rows: rows.length, expected: /rows=(\d+)/.exec(plan[0]?.['QUERY PLAN'] ?? '')?.[1] }
  }
  const [one, all] = [await asked('C7'), await asked(...channels)]
  expect([one.rows, all.rows]).toEqual([2, 200])
  expect(one.expected).toMatch(/^\d+$/)
  expect(one.expected).toBe(all.expected)
})
