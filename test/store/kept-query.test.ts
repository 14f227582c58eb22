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
  const boundTo = (workspaceId: string, audience: Audience): Bound =>
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

  it('cannot have the workspace or the asker of the first in it', async () => {
    const leaking = new KeptQuery((bound: Bound) =>
      bound.acts().select('a.id').where('a.workspace_id', '=', bound.workspaceId),
    )
    expect(() => boundTo('W1', readBy('U1', 'C1')).ask(leaking, {})).toThrow('knows nothing of who asks')
  })
})
