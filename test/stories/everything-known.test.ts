import { expect, it } from 'vitest'
import { actionIds } from '../../src/slack/action-ids.js'
import { asked, handedIn, opened, pressed, sentBack, told, types } from '../support/doing.js'
import { forgePress } from '../support/forging.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import { knowsMuch } from '../support/knowing-much.js'
import { aTeam, type Team } from '../support/team.js'

const more = async (team: Team, who = 'frank', userId = team.ana, place = team.customers) =>
  pressed(team, userId, await asked(team, userId, place, `/person ${who}`), 'More')

/** The newest entry is the one just typed: it stands first. */
const first = { nth: 0 } as const
const editFirst = async (team: Team, who = 'frank') =>
  opened(team, team.ana, await more(team, who), 'Edit', first)

/** What is typed, what *more* calls it, what its form is filled with anew, and what *more* says then. */
const kinds = [
  [
    'situation frank lease and energy costs',
    /What is going on for them, noted today by you/,
    { text: 'wants one vendor for both plants' },
    /one vendor for both/,
  ],
  [
    'promise frank by friday: send the sample',
    /Promised today by you, due on Fri 27 Nov, still open/,
    { text: 'bring the sample', 'due-on': '2026-12-01', state: 'kept' },
    /due on Tue 1 Dec, kept, as you said today.*bring the sample/s,
  ],
  [
    'step frank by 12 dec: measures the ceiling',
    /Their own step, written down today by you, due on Sat 12 Dec/,
    { 'due-on': null },
    /Their own step, written down today by you, still open/,
  ],
  [
    'date frank 14 march: birthday',
    /A day to remember, 14 March every year, written down/,
    { on: '1971-03-15', repeats: 'yearly' },
    /15 March every year since 1971/,
  ],
  [
    'trigger frank 1 march 2027: lease ends',
    /What forces a move, 1 March 2027/,
    { text: 'the lease ends', on: '2027-06-30' },
    /30 June 2027.*the lease ends/s,
  ],
  [
    'ask frank what would his crew miss most?',
    /To ask them, written down today by you/,
    { text: 'who decides about the light?' },
    /who decides about the light\?/,
  ],
  [
    'tie frank reports to susan',
    /Frank Ortiz reports to Susan Bell/,
    { relation: 'listens to' },
    /Frank Ortiz listens to Susan Bell/,
  ],
] as const

it.each(kinds)(
  '%s: shown in More, put right, removed, and back again',
  async (line, title, values, after) => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Susan Bell, CFO at Globex', line)
    const written = reads(team, await more(team))
    expect(written).toMatch(title)
    expect(await handedIn(team, ana, await editFirst(team), values)).toContain('Put right')
    expect(reads(team, await more(team))).toMatch(after)
    await types(team, ana, customers, 'undo')
    expect(reads(team, await more(team))).toBe(written)
    expect(reads(team, await pressed(team, ana, await more(team), 'Remove', first))).toContain('Removed')
    expect(reads(team, await more(team))).not.toMatch(title)
    await types(team, ana, customers, 'undo')
    expect(reads(team, await more(team))).toBe(written)
    withoutProblems(team)
  },
)

it('an answered question shows its answer, which stays when the question is removed', async () => {
  const team = await aTeamWithFrank()
  const { ana, ben, customers } = team
  await types(team, ana, customers, 'ask frank what would his crew miss most?')
  await types(team, ben, customers, 'answered frank: the light in hall two')
  const history = await more(team)
  expect(reads(team, history)).toMatch(
    /To ask them, written down today by you, answered today to @ben:\n.*miss most\?\n.*The answer:\n.*the light/,
  )
  const question = await pressed(team, ana, history, 'Remove', { nth: 1 })
  expect(reads(team, question)).toContain('Removed')
  expect(reads(team, await more(team))).not.toContain('miss most')
  expect(reads(team, await more(team))).toContain('the light in hall two')
  withoutProblems(team)
})

it('a tie is shown to both, and removed from either', async () => {
  const team = await aTeamWithFrank()
  const { ana, customers } = team
  await types(team, ana, customers, 'add Susan Bell', 'tie frank reports to susan')
  const history = await more(team, 'susan')
  expect(reads(team, history)).toContain('Frank Ortiz reports to Susan Bell')
  await pressed(team, ana, history, 'Remove', first)
  expect(reads(team, await more(team))).not.toContain('reports to')
})

it('what cannot be is said at its field, and nothing changes', async () => {
  const team = await aTeamWithFrank()
  const { ana, customers } = team
  await types(team, ana, customers, 'add Susan Bell', 'tie susan reports to frank')
  const refusals = [
    ['promise frank by friday: send the sample', { 'due-on': '2026-11-20' }, 'due-on'],
    ['promise frank by friday: send the sample', { text: ' ' }, 'text'],
    ['trigger frank 1 march 2027: lease ends', { on: '2026-11-20' }, 'on'],
    ['trigger frank 1 march 2027: lease ends', { on: null }, 'on'],
    ['date frank 14 march: birthday', { on: '2026-03-14', repeats: 'once' }, 'on'],
    ['date frank 14 march: birthday', { on: '1971-03-14', repeats: 'once' }, 'on'],
    ['ask frank what would his crew miss?', { text: null }, 'text'],
    ['tie frank listens to susan', { relation: 'reports to' }, 'relation'],
  ] as const
  for (const [line, values, field] of refusals) {
    await types(team, ana, customers, line)
    const before = reads(team, await more(team))
    const form = await editFirst(team)
    expect(Object.keys(await sentBack(team, ana, form, values)), line).toEqual([field])
    await team.slack.as(ana).close(form)
    expect(reads(team, await more(team))).toBe(before)
    await types(team, ana, customers, 'undo')
  }
  withoutProblems(team)
})

it('an old promise and a past trigger can be put into other words', async () => {
  const team = await aTeamWithFrank()
  const { ana, customers } = team
  await types(team, ana, customers, 'promise frank by friday: sent the sampel')
  await types(team, ana, customers, 'trigger frank 1 dec: leas ends')
  team.setClock('2026-12-05T16:00:00.000Z')
  expect(await handedIn(team, ana, await editFirst(team), { text: 'lease ends' })).toContain('Put right')
  const promise = await opened(team, ana, await more(team), 'Edit', { nth: 1 })
  expect(await handedIn(team, ana, promise, { text: 'send the sample' })).toContain('Put right')
  expect(reads(team, await more(team))).toMatch(/lease ends.*send the sample/s)
})

it('29 February without a year stays one when only its words change', async () => {
  const team = await aTeamWithFrank()
  const { ana, customers } = team
  await types(team, ana, customers, 'date frank 29 february: birthday')
  const form = await editFirst(team)
  expect(team.slack.visibleText(form)).toContain('2028-02-29')
  await handedIn(team, ana, form, { text: 'his birthday' })
  expect(reads(team, await more(team))).toMatch(/29 February every year, written down.*his birthday/s)
  await handedIn(team, ana, await editFirst(team), { on: '2027-03-01' })
  expect(reads(team, await more(team))).toContain('1 March every year, written down')
})

it('what is put right in private says before who will see it; what was typed there stays there', async () => {
  const team = await aTeamWithFrank()
  const { ana, ben, customers, slack } = team
  const dm = slack.places.dm(ana).id
  await types(team, ana, customers, 'promise frank by friday: send the sample')
  const inDm = async () => more(team, 'frank', ana, dm)
  const open = await opened(team, ana, await inDm(), 'Edit', first)
  expect(slack.visibleText(open)).toMatch(/It was typed in #customers: whoever may see that/)
  await slack.as(ana).close(open)
  await types(team, ana, dm, 'promise frank by friday: the secret')
  const before = reads(team, await more(team, 'frank', ben))
  expect(before).not.toContain('secret')
  const own = await opened(team, ana, await inDm(), 'Edit', first)
  expect(slack.visibleText(own)).not.toContain('whoever may see')
  await handedIn(team, ana, own, { text: 'the other secret', state: 'kept' })
  expect(reads(team, await more(team, 'frank', ben))).toBe(before)
  withoutProblems(team)
})

it('a person with 5,000 notes and 300 roles: every page is within what Slack takes, and comes at once', async () => {
  const team = await aTeam({ mode: 'http' })
  const { ana, customers } = team
  await types(team, ana, customers, 'add Frank Ortiz, facilities manager at Acme Lighting')
  const frankId = await knowsMuch(team, { notes: 5_000, roles: 300 })
  let page = await more(team)
  expect(reads(team, page)).toContain('Frank Ortiz, 1 to 10 of 5301:')
  for (let n = 0; n < 5; n++) page = await pressed(team, ana, page, 'Older')
  expect(reads(team, page)).toContain('51 to 60 of 5301')
  // Slack waits three seconds; a page that comes at once has most of them to spare.
  const turnTo = async (offset: number): Promise<string> => {
    const begun = performance.now()
    const ana = { userId: team.ana, channelId: customers }
    const deep = await told(team, team.ana, () =>
      forgePress(team, ana, actionIds.historyPage, `${frankId}:${offset}`, true),
    )
    expect(performance.now() - begun).toBeLessThan(1_500)
    return reads(team, deep)
  }
  expect(await turnTo(2_600)).toContain('2601 to 2610 of 5301')
  expect(await turnTo(5_295)).toContain('5296 to 5301 of 5301')
  expect(await turnTo(9_999)).toContain('There is nothing more')
  withoutProblems(team)
}, 60_000)
