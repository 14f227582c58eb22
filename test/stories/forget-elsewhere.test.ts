import { describe, expect, it } from 'vitest'
import { composeForgetter } from '../../src/compose/by-hand.js'
import { createLog } from '../../src/logging.js'
import { connect } from '../../src/store/dialect.js'
import { asked, eventually, pressed, types } from '../support/doing.js'
import { keptAt } from '../support/kept-text.js'
import { tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'
import { temporaryDatabase } from '../support/temporary-database.js'
import { saidBy, tracesIn } from '../support/traces.js'

const traces = ['wendelin', 'ottokar', 'zeppelin']

/** Both look at their Home, in which he is. */
const shownInHomes = async () => {
  const team = await aTeam()
  const { ana, ben, customers, slack } = team
  await types(
    team,
    ana,
    customers,
    'add Wendelin Ottokar, keeper at Acme wo@acme.example',
    'promise wendelin by friday: paint the zeppelin',
    'role wendelin head keeper at Globex',
    'add Susan Bell, buyer at Globex',
    'promise susan by friday: a lunch with Wendelin Ottokar',
  )
  for (const each of [ana, ben]) await slack.as(each).openHome()
  await slack.idle()
  await slack.until(() => tracesIn(homes(team), traces).length === 3, { what: 'Homes with him' })
  return team
}

const homes = ({ slack, ana, ben }: Team): string =>
  [ana, ben].map((each) => JSON.stringify(slack.as(each).home ?? null).toLowerCase()).join()

const botPosts = ({ slack, ana, customers }: Team) =>
  slack.seenBy(ana, customers).filter(({ user, isEphemeral }) => user === slack.botUserId && !isEphemeral)

const nothingInHomes = (team: Team) =>
  team.slack.until(() => tracesIn(homes(team), traces).length === 0, { what: 'Homes without him' })

describe('whoever is forgotten', () => {
  it('is in no Home any more, of whomever', async () => {
    const team = await shownInHomes()
    const question = await asked(team, team.ana, team.customers, '/person forget wendelin')
    await pressed(team, team.ana, question, 'Forget for good')
    await nothingInHomes(team)
    expect(homes(team)).toContain('susan bell')
  })

  it('nor when another process forgot them', async () => {
    const team = await shownInHomes()
    const log = createLog({ level: 'error', write: () => {} })
    const forgetter = await composeForgetter({ config: team.config, log })
    if ('problem' in forgetter) throw new Error(forgetter.problem)
    expect(await forgetter.forget('WO@acme.example')).toMatchObject({ people: 1, mentions: 1 })
    await forgetter.close()
    await eventually('Homes without him', async () => {
      await team.bot.beat()
      return tracesIn(homes(team), traces).length === 0
    })
  })

  it('is taken out of Slack by the next beat where another process could not, though nothing else is due', async () => {
    const databaseUrl = await temporaryDatabase()
    const team = await aTeam({ databaseUrl })
    const lines = ['add Susan Bell, buyer at Acme', 'met susan 60 days ago: coffee', 'every susan 3 weeks']
    await types(team, team.ana, team.customers, ...lines)
    await team.pass(tuesday)
    const posted = () => botPosts(team)
    const [post] = posted()
    expect(post).toBeDefined()
    // The second finds nothing due.
    for (let n = 0; n < 2; n++) await team.bot.beat()
    const { db } = connect(databaseUrl, 5_000)
    const [{ workspace_id } = { workspace_id: '' }] = await db
      .selectFrom('acts')
      .select('workspace_id')
      .execute()
    const row = { workspace_id, kind: 'message' as const, channel_id: team.customers, ref: post?.ts ?? '' }
    await db
      .insertInto('retractions')
      .values({ ...row, not_before: null })
      .execute()
    await db.destroy()
    await team.bot.beat()
    expect(posted()).toEqual([])
  })

  it('is in no line that the bot logged', async () => {
    const team = await shownInHomes()
    const question = await asked(team, team.ana, team.customers, '/person forget wendelin')
    await pressed(team, team.ana, question, 'Forget for good')
    expect(tracesIn(team.logged.join('\n').toLowerCase(), traces)).toEqual([])
  })
})

describe('a first or last name by itself', () => {
  const susansNotes = async () => {
    const databaseUrl = await temporaryDatabase()
    const team = await aTeam({ databaseUrl })
    const { ana, customers, slack } = team
    await types(
      team,
      ana,
      customers,
      'add Frank Ottokar, keeper at Acme',
      'add Susan Bell, buyer at Globex',
      'note susan: had lunch with ottokar',
      'note susan: she and Frank share a canoe',
      'note susan: a frank talk, Frank was there',
      'note susan: asked about Maria Ottokar and Frank Miller',
    )
    await (await slack.as(ana).say(slack.places.dm(ana).id, 'find lunch')).reply()
    return { team, databaseUrl }
  }

  it('goes where it can be nobody and nothing else; where it can, that is said before', async () => {
    const { team, databaseUrl } = await susansNotes()
    const { ana, customers, slack } = team
    expect(tracesIn(saidBy(slack), ['lunch with ottokar'])).not.toEqual([])
    const question = await asked(team, ana, customers, '/person forget frank ottokar')
    const asking = slack.visibleText(question)
    expect(asking).toContain('3 entries about others name them')
    expect(asking).toContain('1 entry has one of these names where it may be a word, or somebody else: frank')
    await pressed(team, ana, question, 'Forget for good')
    const find = (word: string) => team.types(ana, customers, `/person find ${word}`)
    expect(await find('lunch')).toContain('had lunch with [forgotten]')
    expect(await find('canoe')).toContain('she and [forgotten] share a canoe')
    expect(await find('talk')).toContain('a frank talk, [forgotten] was there')
    expect(await find('maria')).toContain('Maria Ottokar and Frank Miller')
    await slack.until(() => tracesIn(saidBy(slack), ['lunch with ottokar', 'canoe']).length === 0, {
      what: 'no answer that has his name',
    })
    const traces = ['lunch with ottokar', 'she and frank']
    await eventually(
      'nothing on the disk',
      async () => tracesIn(await keptAt(databaseUrl), traces).length === 0,
    )
  })

  it('stays whose it is when somebody else has it too', async () => {
    const { team } = await susansNotes()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Olga Ottokar, at Initech')
    const question = await asked(team, ana, customers, '/person forget frank ottokar')
    await pressed(team, ana, question, 'Forget for good')
    expect(await team.types(ana, customers, '/person find lunch')).toContain('had lunch with ottokar')
  })
})

describe('an answer that named them before anybody had introduced them', () => {
  it('goes too, though it named others who were known', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'add Susan Bell, buyer at Globex', 'add Frank Miller')
    const direct = slack.places.dm(ana).id
    const says = async (line: string) => (await slack.as(ana).say(direct, line)).reply()
    await says('note susan: lunch with Wendelin Ottokar')
    await says('note frank miller: knows everybody')
    await types(team, ben, customers, 'add Wendelin Ottokar', 'add Frank Ottokar')
    expect(tracesIn(saidBy(slack), traces)).toContain('wendelin')
    const question = await asked(team, ben, customers, '/person forget wendelin ottokar')
    await pressed(team, ben, question, 'Forget for good')
    await slack.until(() => tracesIn(saidBy(slack), ['wendelin']).length === 0, { what: 'no answer of him' })
    expect(saidBy(slack)).toContain('frank miller')
  })
})
