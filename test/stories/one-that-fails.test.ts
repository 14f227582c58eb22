import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { at } from '../support/nudging.js'
import { rawly } from '../support/rawly.js'
import { sealedWith } from '../support/sealed.js'
import { aTeam } from '../support/team.js'
import { temporaryDatabase } from '../support/temporary-database.js'

/** Frank is quiet in #customers, where what he said cannot be read any more; Lily in #sales. */
const withADamagedWord = async () => {
  const databaseUrl = await temporaryDatabase()
  let now = '2026-11-21T16:00:00.000Z'
  const team = await aTeam({ databaseUrl, encryption: sealedWith('a'), realClock: () => now })
  const beatsAt = async (instant: string) => {
    now = instant
    team.setClock(instant)
    await team.bot.beat()
  }
  const { ana, ben, customers, slack } = team
  const sales = slack.places.add({ name: 'sales', kind: 'public', members: [ana, ben] }).id
  slack.places.join(sales, slack.botUserId)
  await types(team, ana, customers, 'add Frank Ortiz', 'met frank 60 days ago', 'heard frank I love jazz')
  await types(team, ben, sales, 'add Lily Chen', 'met lily 60 days ago')
  const change = (from: string, to: string) =>
    rawly(databaseUrl, async ({ db }) => {
      await sql`update notes set text = replace(text, ${from}, ${to})`.execute(db)
    })
  const [whole, damaged] = [`:${slack.teamId}:`, ':elsewhere:']
  await change(whole, damaged)
  return { team, sales, beatsAt, mend: () => change(damaged, whole) }
}
it('what cannot be put together in one place holds up no other, is told after a day, and comes once it is mended', async () => {
  const { team, sales, beatsAt, mend } = await withADamagedWord()
  const { ana, customers, slack } = team
  const dm = slack.places.dm(ana).id
  for (const hour of [16, 17]) await beatsAt(at('2026-11-24', hour))
  expect(team.posts(sales).join()).toContain('Lily Chen')
  expect(team.posts(customers)).toEqual([])
  expect(team.logged.join()).toContain('A post could not be made; the others go on')
  for (const day of ['2026-11-25', '2026-11-26']) await beatsAt(at(day, 17))
  expect(team.posts(dm, ana).join()).toContain('I could not put together what I wanted to say there')
  await mend()
  await beatsAt(at('2026-11-27', 16))
  expect(team.posts(customers).join()).toContain('I love jazz')
})
