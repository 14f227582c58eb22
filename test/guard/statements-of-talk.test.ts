import { describe, expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { minds } from '../support/minding.js'
import { ana, customers, quiet, twoReplicas } from '../support/replicas.js'
import { aTeam } from '../support/team.js'
import { countingStatements, type Statements } from './counting-statements.js'

const messages = 40
/** A look at what others heard may come between; a statement for each message would be forty. */
const atMost = 12

/** What the database is told while much is said: the least of a few times, since the bot beats meanwhile. */
const leastOf = async (statements: Statements, saysMuch: () => Promise<unknown>): Promise<number> => {
  // What is remembered for a minute is asked for once.
  await saysMuch()
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 4; round++) {
    statements.sinceLastLook()
    await saysMuch()
    least = Math.min(least, statements.sinceLastLook().length)
  }
  return least
}

describe('what people say to each other where nobody asked for it', () => {
  it('is no statement more, however much it is, also beside a channel that minds its words', async () => {
    const statements = countingStatements()
    const team = await aTeam()
    const { slack, ben, customers: minding } = team
    await types(team, team.ana, minding, 'add Frank Ortiz, buyer at Acme')
    await minds(team)
    const elsewhere = slack.places.add({ name: 'elsewhere', kind: 'public', members: [ben] }).id
    const saysMuch = async () => {
      for (let i = 0; i < messages; i++) await slack.as(ben).say(elsewhere, 'Frank Ortiz is a hot lead')
      await slack.idle()
    }
    expect(await leastOf(statements, saysMuch)).toBeLessThan(atMost)
  })

  it('nor where many workspaces are served, though each delivery is looked up otherwise', async () => {
    const statements = countingStatements()
    const { app, team, one, types: typed } = await twoReplicas()
    await one.hears()
    await typed(ana, customers, 'add Frank Ortiz, buyer at Acme')
    const saysMuch = async () => {
      for (let i = 0; i < messages; i++) await team.as(ana).say(quiet, 'Frank Ortiz is a hot lead')
      await app.idle()
    }
    expect(await leastOf(statements, saysMuch)).toBeLessThan(atMost)
  })
})
