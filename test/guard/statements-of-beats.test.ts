import { describe, expect, it, onTestFinished } from 'vitest'
import { quickMinutes } from '../support/quick-minutes.js'
import { type EngineName, engines, freshDatabase } from '../support/stores.js'
import { aTeam } from '../support/team.js'
import { countingStatements } from './counting-statements.js'

/** A Monday after the hour of the digest. */
const monday = '2026-11-23T17:00:00.000Z'
/** A little more than it takes. */
const atMost = 130

/** What a beat says with nothing due, where people are known in so many channels: the least of a few. */
const statementsOf = async (engine: EngineName, channels: number): Promise<number> => {
  const database = await freshDatabase(engine)
  onTestFinished(() => database.drop())
  const statements = countingStatements()
  const team = await aTeam({ databaseUrl: database.url, pacing: quickMinutes() })
  for (let n = 0; n < channels; n++) {
    const { id } = team.slack.places.add({ name: `lobby-${n}`, kind: 'public', members: [team.ana] })
    await team.types(team.ana, id, `add Person ${n}, buyer at Acme`)
  }
  team.setClock(monday)
  // The digests of that morning are fixed, empty.
  for (let n = 0; n < 4; n++) await team.bot.beat()
  let least = Number.POSITIVE_INFINITY
  for (let n = 0; n < 4; n++) {
    statements.sinceLastLook()
    await team.bot.beat()
    least = Math.min(least, statements.sinceLastLook().length)
  }
  return least
}

describe.each(engines)('on %s', (engine) => {
  it('a beat with nothing due says as much to the database in twelve channels as in two', async () => {
    const few = await statementsOf(engine, 2)
    // A statement for each of the ten more would be ten; what a beat does now and then is fewer.
    expect(await statementsOf(engine, 12)).toBeLessThan(few + 10)
    expect(few).toBeLessThanOrEqual(atMost)
  })
})
