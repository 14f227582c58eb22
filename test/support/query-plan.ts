import { type Compilable, CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Scope } from '../../src/app/ports.js'
import { channelHome, type Home } from '../../src/domain/audience.js'
import { Books } from '../../src/store/books.js'
import { Bound } from '../../src/store/bound.js'
import { connect, type Handle } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'

/**
 * How the engine goes about a query, line by line; reading what was handed in, a list or one value, is no scan, nor is the
 * few words of the index that begin like one.
 */
export const planIn = async ({ db, dialect }: Handle, query: Compilable): Promise<string[]> => {
  const { sql, parameters } = query.compile()
  const explain = dialect.isShared ? 'explain' : 'explain query plan'
  const plan = await db.executeQuery<Record<string, string>>(
    CompiledQuery.raw(`${explain} ${sql}`, [...parameters]),
  )
  const lines = plan.rows.map((row) => (row['QUERY PLAN'] ?? row.detail ?? '').trim())
  return lines.filter((line) => !/json_each|CONSTANT ROW|^SCAN (typed|begun)\b/.test(line))
}

export const scans = (plan: readonly string[]): string[] =>
  plan.filter((line) => line.startsWith('SCAN') && !line.includes('VIRTUAL TABLE'))

/** Fails unless the plan has each of these steps, and reads no table from its beginning to its end. */
export const expectSteps = (plan: readonly string[], ...steps: readonly RegExp[]): void => {
  expect(scans(plan)).toEqual([])
  for (const step of steps)
    expect(
      plan.some((line) => step.test(line)),
      `${step} in\n${plan.join('\n')}`,
    ).toBe(true)
}

/** A teammate who is in very many channels. */
export const manyHomes: readonly Home[] = Array.from({ length: 400 }, (_, n) => channelHome(`C${n}`))
const ofManyChannels = { userId: 'U1', homes: manyHomes, authoredHomes: manyHomes }

/** An empty SQLite database for the tests around: what its W1 is asked by, and how it goes about a query. */
export const emptySqlite = () => {
  let handle: Handle
  beforeAll(async () => {
    handle = connect('file::memory:', 1_000)
    await migrate(handle, 1_000)
  })
  afterAll(() => handle.db.destroy())
  return {
    db: () => handle.db,
    bound: (audience: Scope['audience'] = ofManyChannels) =>
      new Bound(handle.db, handle.dialect, { workspaceId: 'W1', audience }),
    books: () => new Books(handle.db, handle.dialect, 'W1'),
    planOf: (query: Compilable) => planIn(handle, query),
  }
}
