import SQLite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { wordsAtHand } from '../../src/store/matching-sqlite.js'
import { asked, pressed, types } from '../support/doing.js'
import { type EngineName, engines, freshDatabase } from '../support/stores.js'
import { aTeam } from '../support/team.js'
import { countingStatements } from './counting-statements.js'
import { readsWhole } from './whole-tables.js'

/** A person, and one way in of each kind. */
const frankAndOthers = async (engine: EngineName) => {
  const database = await freshDatabase(engine)
  onTestFinished(() => database.drop())
  const statements = countingStatements()
  const team = await aTeam({ databaseUrl: database.url, slack: { ackTimeoutMs: 20_000 } })
  const { ana, ben, customers } = team
  const knows = (...lines: string[]) => types(team, ana, customers, ...lines)
  await knows('add Frank Ortiz, smith at Acme', 'note frank lives in Leeds', 'heard frank I love jazz')
  await types(team, ben, customers, 'met frank')
  let nth = 0
  /** Somebody more who works with him, is tied to him, lives where he does and loves what he loves. */
  const oneMore = async (who: string) => {
    await knows(`add ${who}, smith at Acme`, `met ${who}: lives in Leeds`, `note ${who} is into jazz`)
    await knows(`tie frank works with ${who}`, `add Silent ${who}`, `tie frank listens to Silent ${who}`)
    await knows(`tie Silent ${who} friends with ${who}`, `note frank loves chess, number ${++nth}`)
  }
  const statementsOfPress = async () => {
    const more = await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    statements.sinceLastLook()
    await pressed(team, ana, more, 'Warm ways in')
    return statements.sinceLastLook()
  }
  return { database, oneMore, statementsOfPress }
}
const people = ['Ada Bell', 'Bo Cole', 'Cy Dorn', 'Di Egger', 'Eve Fry', 'Flo Gold', 'Gil Hart', 'Hal Ives']
const more = ['Ida Jung', 'Jo Kant', 'Kit Lamm', 'Lea Mohr', 'Max Nied', 'Ned Orth', 'Ole Pahl', 'Pia Quast']

describe.each(engines)('warm ways in, on %s', (engine) => {
  it('ask the database no more, however many work, live and play with somebody', async () => {
    const { oneMore, statementsOfPress } = await frankAndOthers(engine)
    for (const who of people) await oneMore(who)
    const before = (await statementsOfPress()).length
    for (const who of more) await oneMore(who)
    const after = (await statementsOfPress()).length
    expect(after).toBeLessThanOrEqual(before + 20)
    expect(after).toBeLessThanOrEqual(150)
  }, 120_000)
})

it('warm ways in read no table whole', async () => {
  const { database, oneMore, statementsOfPress } = await frankAndOthers('SQLite')
  for (const who of people.slice(0, 3)) await oneMore(who)
  const file = new SQLite(database.url.slice('file:'.length), { readonly: true })
  for (const table of wordsAtHand) file.exec(table)
  onTestFinished(() => void file.close())
  const whole = (await statementsOfPress()).flatMap(({ sql, given }) => {
    if (!/^\s*(select|with)\b/i.test(sql)) return []
    const plan = file.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...given)
    return plan.map(({ detail }) => detail).filter(readsWhole(sql))
  })
  expect(whole).toEqual([])
})
