import { describe, expect, it, onTestFinished } from 'vitest'
import { quickMinutes } from '../support/quick-minutes.js'
import { type EngineName, engines, freshDatabase } from '../support/stores.js'
import { aTeam } from '../support/team.js'
import { countingStatements } from './counting-statements.js'

/** A Monday after the hour of the digest. */
const monday = '2026-11-23T17:00:00.000Z'
/** A little more than each takes. */
const atMost = { whole: 115, idle: 27 }
const minuteMs = 60_000

/**
 * What beats say with nothing due, where people are known in so many channels: the least of a few that looked at everything,
 * and of a few a minute after one.
 */
const statementsOf = async (engine: EngineName, channels: number) => {
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
  let at = Date.parse(monday)
  const least = { whole: Number.POSITIVE_INFINITY, idle: Number.POSITIVE_INFINITY }
  const beat = async (after: number, kind: keyof typeof least): Promise<void> => {
    at += after
    team.setClock(new Date(at).toISOString())
    statements.sinceLastLook()
    await team.bot.beat()
    least[kind] = Math.min(least[kind], statements.sinceLastLook().length)
  }
  for (let n = 0; n < 4; n++) {
    await beat(6 * minuteMs, 'whole')
    await beat(minuteMs, 'idle')
  }
  return least
}

describe.each(engines)('on %s', (engine) => {
  it('a beat with nothing due says as much to the database in twelve channels as in two, and little', async () => {
    const few = await statementsOf(engine, 2)
    const many = await statementsOf(engine, 12)
    for (const kind of ['whole', 'idle'] as const) {
      // A statement for each of the ten more would be ten; what a beat does now and then is fewer.
      expect(many[kind]).toBeLessThan(few[kind] + 10)
      expect(few[kind]).toBeLessThanOrEqual(atMost[kind])
    }
  })
})
