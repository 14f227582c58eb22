import { expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { forgeAny } from '../support/forging.js'
import { aTeam } from '../support/team.js'

it('what is remembered from a message of another day is no word of today’s', async () => {
  const team = await aTeam()
  const { ana, customers, slack } = team
  await types(team, ana, customers, 'add Frank Ortiz', 'add Zoë Müller', 'add Frida Kahn')
  /** Remembers a message about somebody on the 22nd, as of the 9th; answers what is said then. */
  const remembered = async (who: string): Promise<string> => {
    const { ts } = await slack.as(ana).say(customers, who)
    const form = await (await slack.as(ana).shortcut('remember-this', { channelId: customers, ts })).modal()
    await slack.as(ana).submit(form, { text: 'sent the deck', on: '2026-11-09' })
    return slack.visibleText(slack.as(ana).modal ?? form)
  }
  team.setClock('2026-11-10T16:00:00.000Z')
  await types(team, ana, customers, 'note frank sent the deck')
  team.setClock('2026-11-15T16:00:00.000Z')
  await types(team, ana, customers, 'note frida sent the deck')
  team.setClock('2026-11-22T16:00:00.000Z')
  expect(await remembered('Zoë Müller')).not.toContain('You wrote the same')
  expect(await team.types(ana, customers, '/person zoë')).toContain('13 days ago: sent the deck')
  expect(await remembered('Frank Ortiz')).toContain('Kept for')
  // The third of this day, whatever day they are of.
  expect(await remembered('Frida Kahn')).toContain('You wrote the same')
})

it.each(['many', '-1', '9'.repeat(30)])('a message of no time (%s) is of today', async (ts) => {
  const team = await aTeam({ mode: 'http' })
  const { ana, customers, slack } = team
  team.setClock('2026-11-22T16:00:00.000Z')
  await types(team, ana, customers, 'add Frank Ortiz')
  await forgeAny(team, {
    type: 'message_action',
    callback_id: 'remember-this',
    user: { id: ana, team_id: slack.teamId },
    team: { id: slack.teamId },
    channel: { id: customers },
    message: { type: 'message', user: ana, ts, text: 'Frank likes tea' },
    trigger_id: 'forged.in.time',
  })
  const opened = () =>
    slack.traffic.find(({ name, direction }) => name === 'views.open' && direction === 'in')
  await slack.until(() => opened() !== undefined, { what: 'a form' })
  expect(JSON.stringify(opened()?.body)).toContain('2026-11-22')
  expect(team.logged.filter((line) => line.includes('unexpected'))).toEqual([])
})
