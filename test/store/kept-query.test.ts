import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Audience, channelHome } from '../../src/domain/audience.js'
import { Bound } from '../../src/store/bound.js'
import { connect, type Handle, type Rows } from '../../src/store/dialect.js'
import { type Given, KeptQuery } from '../../src/store/kept-query.js'
import { migrate } from '../../src/store/migrate.js'

/** A query is written for the first who asks, and asked for everybody after them. */
describe('a query that is kept', () => {
  let handle: Handle
  beforeEach(async () => {
    handle = connect('file::memory:', 1_000)
    await migrate(handle, 1_000)
    const done = {
      kind: 'note',
      written_by: 'U9',
      written_at: 'x',
      cause: null,
      part_of: null,
      undone_by: null,
    }
    for (const [nth, [workspaceId, home]] of [
      ['W1', 'channel:C1'],
      ['W1', 'channel:C2'],
      ['W2', 'channel:C1'],
    ].entries())
      await handle.db
        .insertInto('acts')
        .values({
          ...done,
          workspace_id: String(workspaceId),
          id: `a${nth}`,
          seq: nth + 1,
          place: String(home),
          person_id: null,
        })
        .execute()
  })
  afterEach(() => handle.db.destroy())

  const readBy = (userId: string, ...channels: string[]): Audience => ({
    userId,
    homes: channels.map((id) => channelHome(id)),
    authoredHomes: [],
  })
  const boundTo = (workspaceId: string, audience: Audience | 'everything'): Bound =>
    new Bound(handle.db, handle.dialect, { workspaceId, audience })

  /** Acts are bound by where they were done. */
  const actsOf = (rows: Rows) =>
    new KeptQuery(
      (bound: Bound, { kind }: Given<{ kind: string }>) =>
        bound.acts().select('a.id').where('a.kind', '=', kind).orderBy('a.id'),
      rows,
    )
  const sizes: Rows[] = ['few', 'many']

  it.each(sizes)(
    'is answered to each asker by what that asker may see, whoever asked first: of %s',
    async (rows) => {
      const acts = actsOf(rows)
      const asked = async (bound: Bound) => (await bound.ask(acts, { kind: 'note' })).map(({ id }) => id)
      expect(await asked(boundTo('W1', readBy('U1', 'C1', 'C2')))).toEqual(['a0', 'a1'])
      expect(await asked(boundTo('W1', readBy('U2', 'C2')))).toEqual(['a1'])
      expect(await asked(boundTo('W1', readBy('U3')))).toEqual([])
      expect(await asked(boundTo('W2', readBy('U1', 'C1', 'C2')))).toEqual(['a2'])
      expect(await asked(boundTo('W1', readBy('U9')))).toEqual(['a0', 'a1'])
      expect(await asked(boundTo('W1', readBy('U1', 'C1', 'C2')).unbound())).toEqual(['a0', 'a1'])
    },
  )

  it.each(sizes)('a home that reads like several is none of them, of %s', async (rows) => {
    const odd = { userId: 'U1', homes: [channelHome('C1","=channel:C2')], authoredHomes: [] }
    expect(await boundTo('W1', odd).ask(actsOf(rows), { kind: 'note' })).toEqual([])
  })

  it('has at most as many rows as are asked for each time', async () => {
    const first = new KeptQuery((bound: Bound, { limit }: Given<{ limit: number }>) =>
      bound.acts().select('a.id').orderBy('a.id').limit(limit),
    )
    const asked = async (limit: number) =>
      (await boundTo('W1', readBy('U1', 'C1', 'C2')).ask(first, { limit })).map(({ id }) => id)
    expect(await asked(1)).toEqual(['a0'])
    expect(await asked(2)).toEqual(['a0', 'a1'])
    expect(await asked(1)).toEqual(['a0'])
    expect(await asked(0)).toEqual([])
  })

  it('a file is told in words how many rows there may be, for which it would plan anew at each execution', () => {
    const limited = new KeptQuery((bound: Bound, { kind, limit }: Given<{ kind: string; limit: number }>) =>
      bound.acts().select('a.id').where('a.kind', '=', kind).limit(limit),
    )
    const { dialect } = handle
    const context = () => boundTo('W1', 'everything')
    const { sql, parameters } = limited.filled(dialect, 'everything', context, { kind: 'note', limit: 7 })
    expect(sql).toMatch(/ limit 7$/)
    expect(parameters).not.toContain(7)
    const built = handle.db.selectFrom('acts').select('id').limit(3).offset(2).compile()
    expect(built).toMatchObject({ sql: expect.stringMatching(/ limit 3 offset \?$/), parameters: [2] })
    // Each number is a statement that is kept: deep pages are all the same one.
    const deep = limited.filled(dialect, 'everything', context, { kind: 'note', limit: 5_000 })
    expect(deep).toMatchObject({ sql: expect.stringMatching(/ limit \?$/) })
    expect(deep.parameters).toContain(5_000)
    expect(handle.db.selectFrom('acts').select('id').limit(5_000).compile().parameters).toEqual([5_000])
  })

  it('cannot have the workspace or the asker of the first in it', async () => {
    const leaking = new KeptQuery((bound: Bound) =>
      bound.acts().select('a.id').where('a.workspace_id', '=', bound.workspaceId),
    )
    expect(() => boundTo('W1', readBy('U1', 'C1')).ask(leaking, {})).toThrow('knows nothing of who asks')
  })
})
