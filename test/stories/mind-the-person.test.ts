import { describe, expect, it } from 'vitest'
import { eventually, pressed, types } from '../support/doing.js'
import { forgePress } from '../support/forging.js'
import { homeLoses, homeOf, homeShows, pressesHome, readsHome } from '../support/home.js'
import { mindfulTeam, minds, saysAloud } from '../support/minding.js'
import { rawly } from '../support/rawly.js'
import { aTeam, type Team } from '../support/team.js'

const weekLater = '2026-11-28T16:00:01.000Z'

const lastNote = ({ slack }: Team, userId: string, channelId: string) => {
  const note = slack.seenBy(userId, channelId).findLast(({ isEphemeral }) => isEphemeral)
  if (note === undefined) throw new Error('no note')
  return note
}

describe('a channel that minds how people are spoken of', () => {
  it('tells whoever speaks of leads, and nobody else, of the people behind the word', async () => {
    const team = await aTeam()
    const { ana, ben, gus, customers, slack } = team
    await mindfulTeam(team)
    expect(await saysAloud(team, ben, customers, 'Frank Ortiz is a hot lead, and Dana too')).toEqual([
      [
        'Behind “lead” there are people: Frank Ortiz and Dana Cho.',
        'Only you see this, at most once a week, and nothing of what you wrote is kept. This channel asked for it in `/person settings`.',
        '[Stop these]',
      ].join('\n'),
    ])
    for (const userId of [ana, gus])
      expect(
        slack
          .seenBy(userId, customers)
          .map((seen) => slack.visibleText(seen))
          .join('\n'),
      ).not.toContain('Behind')
    expect(slack.problems).toEqual([])
    expect(team.logged.join('\n')).not.toMatch(/hot lead|Behind/)
  })

  it('tells each of them once a week, however often they say it', async () => {
    const team = await aTeam()
    const { ana, ben, customers } = team
    await mindfulTeam(team)
    const speaks = (userId: string) => saysAloud(team, userId, customers, 'Chase the leads at Acme')
    expect((await speaks(ben)).join()).toContain(
      'Behind “leads” there is somebody: Frank Ortiz at Acme Lighting.',
    )
    expect(await speaks(ben)).toEqual([])
    expect(await speaks(ana)).toHaveLength(1)
    team.setClock('2026-11-28T15:59:59.000Z')
    expect(await speaks(ben)).toEqual([])
    team.setClock(weekLater)
    expect(await speaks(ben)).toHaveLength(1)
    expect(await speaks(ben)).toEqual([])
  })

  it('tells once when Slack delivers what was said twice', async () => {
    const team = await aTeam()
    const { ben, customers, slack } = team
    await mindfulTeam(team)
    slack.faults.duplicate()
    expect(await saysAloud(team, ben, customers, 'Our leads never pick up')).toHaveLength(1)
  })

  it('names whom the thread is about, in the thread, or some whom the channel knows lately', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await mindfulTeam(team)
    const root = await slack.as(ana).say(customers, 'Dana Cho wrote back today')
    const threadTs = root.ts
    const [note] = await saysAloud(team, ben, customers, 'and that lead went cold?', { threadTs })
    expect(note).toContain('Behind “lead” there is somebody: Dana Cho, CFO at Globex.')
    expect(lastNote(team, ben, customers).threadTs).toBe(threadTs)
    const also = { threadTs, broadcast: true }
    expect(await saysAloud(team, team.ben, customers, 'that lead went cold', also)).toEqual([])
    team.setClock(weekLater)
    expect(await saysAloud(team, team.ben, customers, 'that lead went cold', also)).toHaveLength(1)
    const [lately] = await saysAloud(team, ana, customers, 'We need more leads')
    expect(lately).toMatch(
      /This channel lately knows of (Frank Ortiz and Dana Cho|Dana Cho and Frank Ortiz)\./,
    )
  })

  it('says nothing where there is nobody behind the word that its author may see', async () => {
    const team = await aTeam()
    const { ana, ben, customers, quiet } = team
    await types(team, ana, quiet, 'add Zelda Quist, pilot at Hooli')
    await minds(team)
    expect(await saysAloud(team, ben, customers, 'Zelda Quist at Hooli is a hot lead')).toEqual([])
    // Nothing was said, so nothing counts as said.
    const [note] = await saysAloud(team, ana, customers, 'Zelda Quist at Hooli is a hot lead')
    expect(note).toContain('there is somebody: Zelda Quist, pilot at Hooli.')
  })

  it('leaves everything else alone: other words, quotes, code, edits, bots, commands', async () => {
    const team = await aTeam()
    const { ben, customers, slack } = team
    await mindfulTeam(team)
    const { botUserId } = slack
    for (const text of [
      'This leads to Frank',
      '> chase the leads\nthat is what they wrote',
      'run `chase the leads` please',
      '```\nour leads\n```',
      'they wrote "chase the leads" to me',
      'see https://example.com/our/leads',
      `<@${botUserId}> note frank chase the leads`,
    ])
      expect(
        await saysAloud(team, ben, customers, text, { raw: text.includes('<@') }),
        text,
      ).not.toContainEqual(expect.stringContaining('Behind'))
    const said = await slack.as(ben).say(customers, 'Frank is well')
    await slack.as(ben).edit(customers, said.ts, 'Frank is a hot lead')
    await slack.idle()
    expect(slack.visibleText(lastNote(team, ben, customers))).not.toContain('Behind')
  })
})

describe('a channel that does not', () => {
  it('hears nothing, before it is asked for and after it is switched off or taken back', async () => {
    const team = await aTeam()
    const { ana, ben, customers } = team
    await types(team, ana, customers, 'add Frank Ortiz, facilities manager at Acme Lighting')
    const speaks = (userId: string) => saysAloud(team, userId, customers, 'Frank Ortiz is a hot lead')
    expect(await speaks(ben)).toEqual([])
    await minds(team)
    await minds(team, customers, false)
    expect(await speaks(ben)).toEqual([])
    await minds(team)
    await types(team, ana, customers, 'undo')
    expect(await speaks(ben)).toEqual([])
    await minds(team)
    expect(await speaks(ben)).toHaveLength(1)
  })

  it('asks nothing of Slack, however much is said there', async () => {
    const team = await aTeam()
    const { ben, customers, slack } = team
    await mindfulTeam(team)
    await minds(team, customers, false)
    await saysAloud(team, ben, customers, 'Our leads')
    const asked = () => slack.traffic.filter(({ direction }) => direction === 'in').length
    const before = asked()
    for (let i = 0; i < 20; i++) await slack.as(ben).say(customers, `Our leads, ${i}`)
    await slack.idle()
    expect(asked()).toBe(before)
  })
})

describe('guests and people of other organisations', () => {
  it('are told nothing, and nothing is told where others read', async () => {
    const team = await aTeam()
    const { ana, ben, gus, pia, customers, shared, slack } = team
    await mindfulTeam(team)
    expect(await saysAloud(team, gus, customers, 'Frank Ortiz is a hot lead')).toEqual([])
    slack.places.share(customers)
    slack.places.join(customers, pia)
    await slack.idle()
    for (const userId of [ana, ben, pia])
      expect(await saysAloud(team, userId, customers, 'Frank Ortiz is a hot lead')).toEqual([])
    expect(await saysAloud(team, ben, shared, 'Frank Ortiz is a hot lead')).toEqual([])
  })
})

describe('a press that was forged', () => {
  it('chooses for whoever sends it, whatever it says, and for nobody where they are no teammate', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, ben, gus, pia, customers, slack } = team
    await mindfulTeam(team)
    const forges = async (userId: string, value: string, teamId = slack.teamId) => {
      await forgePress(team, { userId, channelId: customers, teamId }, 'stop-minding', value)
      await slack.idle()
    }
    await forges(gus, ana)
    await forges(pia, ana, 'T0ACME')
    await forges(ben, ana)
    const speaks = (userId: string) => saysAloud(team, userId, customers, 'Frank Ortiz is a hot lead')
    expect(await speaks(ana)).toHaveLength(1)
    expect(await speaks(ben)).toEqual([])
    const stopped = await rawly(team.config.databaseUrl, ({ db }) =>
      db.selectFrom('minded').select('id').where('stopped', '=', 1).execute(),
    )
    expect(stopped).toEqual([{ id: ben }])
  })
})

describe('stop these', () => {
  it('ends them for whoever presses, for good, until Home or an undo switches them on again', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await mindfulTeam(team)
    const speaks = (userId: string) => saysAloud(team, userId, customers, 'Frank Ortiz is a hot lead')
    await speaks(ben)
    await slack.as(ben).openHome()
    const stopped = await pressed(team, ben, lastNote(team, ben, customers), 'Stop these')
    expect(slack.visibleText(stopped)).toContain('none of these for you any more, in any channel.')
    team.setClock(weekLater)
    expect(await speaks(ben)).toEqual([])
    expect(await speaks(ana)).toHaveLength(1)

    await homeShows(team, ben, 'say nothing more about it')
    await pressesHome(team, ben, 'Send them again')
    await homeLoses(team, ben, 'say nothing more about it')
    expect(await speaks(ben)).toHaveLength(1)

    await pressed(team, ben, lastNote(team, ben, customers), 'Stop these')
    expect(await team.types(ben, customers, '/person undo')).toContain('Taken back')
    team.setClock('2026-12-07T16:00:00.000Z')
    await eventually('a note', async () => (await speaks(ben)).length === 1)
    expect(slack.problems).toEqual([])
  })

  it('is in the Home of nobody who did not press it', async () => {
    const team = await aTeam()
    const { ana, ben, customers } = team
    await mindfulTeam(team)
    await saysAloud(team, ben, customers, 'Frank Ortiz is a hot lead')
    await pressed(team, ben, lastNote(team, ben, customers), 'Stop these')
    await homeOf(team, ana)
    expect(readsHome(team, ana)).not.toContain('spoken of')
  })
})
