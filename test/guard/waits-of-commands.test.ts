import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { freshDatabase } from '../support/stores.js'
import { aTeam } from '../support/team.js'

/** How many questions were under way at once on one connection to a server, at most. */
const countingUnanswered = (): (() => number) => {
  let most = 0
  const unanswered = new WeakMap<pg.Client, number>()
  const add = (client: pg.Client, some: number): number => {
    const now = (unanswered.get(client) ?? 0) + some
    unanswered.set(client, now)
    return now
  }
  const { query } = pg.Client.prototype
  Reflect.set(pg.Client.prototype, 'query', async function (this: pg.Client, ...given: unknown[]) {
    most = Math.max(most, add(this, 1))
    try {
      return await Reflect.apply(query, this, given)
    } finally {
      add(this, -1)
    }
  })
  onTestFinished(() => void Reflect.set(pg.Client.prototype, 'query', query))
  return () => most
}

it('what a card asks of a server goes out at once', async () => {
  const database = await freshDatabase('PostgreSQL')
  onTestFinished(() => database.drop())
  const most = countingUnanswered()
  const team = await aTeam({ databaseUrl: database.url, slack: { ackTimeoutMs: 20_000 } })
  await team.types(team.ana, team.customers, 'add Frank Ortiz, VP operations at Globex')
  await team.types(team.ana, team.customers, 'Frank Ortiz')
  // Where its transaction begins, and all but who put right what it shows.
  expect(most()).toBe(15)
})
