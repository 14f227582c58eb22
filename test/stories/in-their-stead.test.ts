import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { connect } from '../../src/store/dialect.js'
import { types } from '../support/doing.js'
import { hands, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

type Told = Team & { readonly cas: string; readonly dan: string; readonly told: (userId: string) => string }

/** Ana, Ben, Cas and Dan are in #quiet. */
const aTeamOfFour = async (): Promise<Told> => {
  const team = await aTeam()
  const { slack, quiet, ben } = team
  const [cas, dan] = ['cas', 'dan'].map((name) => slack.people.add({ name, tz: 'America/Chicago' }).id)
  if (cas === undefined || dan === undefined) throw new Error('nobody was added')
  for (const userId of [ben, cas, dan]) slack.places.join(quiet, userId)
  await slack.idle()
  return { ...team, cas, dan, told: (userId) => team.posts(slack.places.dm(userId).id, userId).join() }
}
const leave = async ({ slack, quiet }: Team, ...userIds: string[]): Promise<void> => {
  for (const userId of userIds) slack.places.leave(quiet, userId)
  await slack.idle()
}
/** Zelda is Ben's, and has come up. */
const zeldaIsQuiet = async (team: Told): Promise<void> => {
  const { ana, ben, quiet } = team
  await types(team, ana, quiet, 'add Zelda Quist', 'met zelda 60 days ago')
  await hands(team, 'zelda', ben, quiet)
}
const turns = {
  'the bot is taken out': ({ slack, quiet }: Team) => slack.places.leave(quiet, slack.botUserId),
  'another organisation comes in': ({ slack, quiet }: Team) => slack.places.share(quiet),
} as const
const turnNames = Object.keys(turns) as (keyof typeof turns)[]

describe.each(turnNames)('somebody whose owner left their private channel, once %s,', (turn) => {
  it('comes up for whoever introduced them there, and nobody else', async () => {
    const team = await aTeamOfFour()
    const { ana, ben, cas, quiet, told } = team
    await zeldaIsQuiet(team)
    await types(team, cas, quiet, 'note zelda plays the harp', 'promise zelda by 2026-11-24: the drawings')
    await leave(team, ben)
    turns[turn](team)
    await team.slack.idle()
    expect(await team.pass(tuesday)).toHaveLength(1)
    expect(told(ana)).toMatch(/Zelda Quist/)
    expect(told(ana)).not.toMatch(/harp|drawings/)
    expect(told(ben) + told(cas)).not.toContain('due')
    expect(await team.pass(tuesday)).toEqual([])
  })

  it.each(['has left it too', 'is a guest by now'])(
    'comes up for nobody when whoever did %s',
    async (how) => {
      const team = await aTeamOfFour()
      const { ana, ben, cas, quiet, slack } = team
      await zeldaIsQuiet(team)
      await types(team, cas, quiet, 'note zelda plays the harp')
      await leave(team, ben)
      if (how === 'has left it too') await leave(team, ana)
      else slack.people.change(ana, { standing: 'guest' })
      turns[turn](team)
      await slack.idle()
      expect(await team.pass(tuesday, { aMinuteOn: true })).toEqual([])
      expect(await team.types(cas, slack.places.dm(cas).id, '/person zelda')).toContain('nobody called')
    },
  )
})

describe('somebody whose owner left their private channel, once it is archived,', () => {
  it('comes up for whoever did something about them there last and still may see them', async () => {
    const team = await aTeamOfFour()
    const { ana, ben, cas, dan, quiet, slack, told } = team
    await zeldaIsQuiet(team)
    await types(team, ana, quiet, 'promise zelda by 2026-11-24: the drawings')
    await types(team, cas, quiet, 'note zelda plays the harp', 'step zelda by 2026-11-24: the ceiling')
    await types(team, dan, quiet, 'add Susan Bell', 'note zelda sings')
    await leave(team, ana, ben, dan)
    slack.places.archive(quiet)
    await slack.idle()
    expect(await team.pass(tuesday)).toHaveLength(1)
    // One entry, for everything that there is to say of her.
    expect(told(cas)).toMatch(/Zelda Quist.*drawings/s)
    expect(told(cas)).toContain('the ceiling')
    expect(told(cas).match(/\[I reached out\]/g)).toHaveLength(1)
    expect(told(ana) + told(ben) + told(dan)).not.toMatch(/harp|drawings|ceiling/)
  })
})

describe('a private channel that lost the bot before it was kept who is in it', () => {
  const forgetMembers = async ({ config }: Team): Promise<void> => {
    const { db } = connect(config.databaseUrl, 5000, null)
    await sql`delete from place_members`.execute(db)
    await db.destroy()
  }

  it('is open to nobody who never typed there: who looks after somebody hears nothing', async () => {
    const team = await aTeamOfFour()
    const { ana, ben, quiet, slack, told } = team
    await zeldaIsQuiet(team)
    await types(team, ana, quiet, 'prefers zelda secretnumber 555')
    turns['the bot is taken out'](team)
    await slack.idle()
    await forgetMembers(team)
    expect(await team.types(ben, team.customers, '/person zelda')).toContain('nobody called')
    expect(await team.types(ana, team.customers, '/person zelda')).toContain('secretnumber')
    await team.pass(tuesday)
    expect(told(ben)).not.toContain('secretnumber')
    expect(told(ana)).toMatch(/Zelda Quist.*secretnumber/s)
  })

  it('is open as before to whoever did', async () => {
    const team = await aTeamOfFour()
    const { ben, quiet, slack, told } = team
    await zeldaIsQuiet(team)
    await types(team, ben, quiet, 'note zelda plays the harp')
    turns['the bot is taken out'](team)
    await slack.idle()
    await forgetMembers(team)
    expect(await team.types(ben, team.customers, '/person zelda')).toContain('harp')
    await team.pass(tuesday)
    expect(told(ben)).toMatch(/Zelda Quist.*harp/s)
  })
})
