import { expect, it } from 'vitest'
import { actionIds } from '../../src/slack/action-ids.js'
import { asked, pressed, types, words } from '../support/doing.js'
import { type Forger, forgePress } from '../support/forging.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import { quickMinutes } from '../support/quick-minutes.js'
import { aTeam, type Team } from '../support/team.js'

/** *Warm ways in*, on *more* of somebody's card. */
const waysTo = async (team: Team, userId = team.ana, who = 'frank') => {
  const card = await asked(team, userId, team.customers, `/person ${who}`)
  return pressed(team, userId, await pressed(team, userId, card, 'More'), 'Warm ways in')
}
const ways = async (team: Team, userId = team.ana, who = 'frank') =>
  reads(team, await waysTo(team, userId, who))

it('nobody who is known leads to somebody: a plain sentence, and what to write down', async () => {
  const team = await aTeamWithFrank()
  const none = await ways(team)
  expect(none).toContain('I see no warm way in to Frank Ortiz yet')
  expect(none).toContain('/person tie Frank Ortiz introduced by susan')
  withoutProblems(team)
})

it('a teammate who spoke with them comes first, while they are in the team; oneself is no way', async () => {
  const team = await aTeamWithFrank()
  const { ana, ben, customers, slack } = team
  await types(team, ana, customers, 'met frank yesterday: walked the plant')
  expect(await ways(team)).toContain('no warm way in')
  await types(team, ben, customers, 'called frank 3 weeks ago: the lease')
  await types(team, ana, customers, 'add Susan Lee', 'met susan yesterday', 'tie frank friends with susan')
  expect(await ways(team)).toMatch(
    /@ben called Frank Ortiz 3 weeks ago\.\nAsk @ben how it went before you get in touch.*Susan Lee/s,
  )
  expect(await ways(team, ben)).toContain('@ana met Frank Ortiz yesterday')
  slack.people.deactivate(ben)
  await slack.idle()
  expect(await ways(team)).not.toContain('@ben')
  withoutProblems(team)
})

it('ties lead to somebody, over one whom nobody has spoken to as well, and family comes last', async () => {
  const team = await aTeamWithFrank()
  const { ana, customers } = team
  await types(
    team,
    ana,
    customers,
    'add Susan Lee, VP operations at Acme Foods',
    'add Omar Haddad',
    'add Tom Hale',
    'add Ken Park',
    'add someone, CFO at Globex',
    'met omar 3 weeks ago',
    'called ken yesterday',
    'met tom today',
    'tie frank married to tom',
    'tie frank reports to susan',
    'tie ken works with susan',
    'tie frank introduced by omar',
  )
  const read = await ways(team)
  expect(read).toMatch(
    /Frank Ortiz was introduced by Omar Haddad, as you wrote down today.*You met Omar Haddad 3 weeks ago.*Thank Omar Haddad/s,
  )
  expect(read).toMatch(
    /Frank Ortiz reports to Susan Lee.*No call or meeting with Susan Lee is written down yet/s,
  )
  expect(read).toMatch(
    /Ken Park works with Susan Lee, and Frank Ortiz reports to Susan Lee.*one step at a time/s,
  )
  expect(read).toMatch(
    /Omar Haddad.*reports to Susan.*one step at a time.*married to Tom Hale.*family is no go-between/s,
  )
  // Once somebody has spoken with Susan, nobody has to go over Ken.
  await types(team, ana, customers, 'met susan today')
  expect(await ways(team)).not.toContain('Ken Park')
  withoutProblems(team)
})

it('who worked beside them, while it can have been at the same time, and was spoken to since', async () => {
  const team = await aTeam()
  const { ana, ben, customers } = team
  await types(
    team,
    ana,
    customers,
    'add Frank Ortiz',
    'role frank facilities manager at Acme Lighting since 2018-01-01',
    'add Susan Lee',
    'role susan buyer at Acme Lighting, Inc. since 2015-01-01',
    'left susan 2021-06-30',
    'add Ken Park, smith at Acme Lighting',
    'add Zoe Roe',
    'role zoe clerk at Acme Lighting since 2001-01-01',
    'left zoe 2005-01-01',
  )
  await types(team, ben, customers, 'called susan 2 weeks ago', 'met zoe today')
  const read = await ways(team)
  expect(read).toMatch(/Susan Lee worked at Acme Lighting with Frank Ortiz until 2021\./)
  expect(read).toMatch(/Susan Lee: buyer, 2015 to 2021\. Frank Ortiz: facilities manager, since 2018\./)
  expect(read).toMatch(
    /@ben called Susan Lee 2 weeks ago\.\nAsk Susan Lee how Frank Ortiz likes to be approached/,
  )
  // Nobody has spoken with Ken, and Zoe had left long before.
  expect(read).not.toMatch(/Ken Park|Zoe Roe/)
  await types(team, ana, customers, 'met ken today')
  expect(await ways(team)).toMatch(/Ken Park works at Acme Lighting with Frank Ortiz/)
  withoutProblems(team)
})

it('what both told of: a town, a school and a pastime, in the words of the notes', async () => {
  const team = await aTeamWithFrank()
  const { ana, ben, customers } = team
  await types(team, ana, customers, 'add Susan Lee', 'add Omar Haddad', 'add Zoe Roe', 'add Al Moss')
  await types(team, ben, customers, 'met susan', 'met omar', 'met zoe', 'met al: lives in York')
  await types(
    team,
    ben,
    customers,
    'note frank lives in Leeds with two dogs',
    'heard frank I love jazz',
    'heard frank my daughter starts at Ohio State',
    'note susan moved to Leeds in spring',
    'note omar is into jazz',
    'note zoe studied law at Ohio State',
    'note al his wife lives in Leeds',
    'note al does not like jazz',
  )
  const read = await ways(team, ben)
  expect(read).toMatch(/Susan Lee and Frank Ortiz have Leeds in common/)
  expect(read).toMatch(
    /Of Frank Ortiz: “lives in Leeds with two dogs” \(today\)\. Of Susan Lee: “moved to Leeds in spring”/,
  )
  expect(read).toMatch(/Omar Haddad and Frank Ortiz have jazz in common/)
  expect(read).toMatch(/Ask Zoe Roe what Ohio State is like, and wait until Frank Ortiz speaks of it/)
  expect(read).not.toContain('Al Moss')
  // Susan has moved on since.
  await types(team, ben, customers, 'note susan lives in York')
  expect(await ways(team, ben)).not.toContain('Susan Lee')
  withoutProblems(team)
})

it('shows the five warmest, each by a card, and leads back', async () => {
  const team = await aTeamWithFrank()
  const { ana, customers } = team
  for (const name of ['Ada Bell', 'Ben Cole', 'Cy Dorn', 'Di Egg', 'Eve Fry', 'Flo Gold'])
    await types(team, ana, customers, `add ${name}`, `met ${name}`, `tie frank works with ${name}`)
  const shown = await waysTo(team)
  expect(reads(team, shown).match(/works with/g)).toHaveLength(5)
  expect(reads(team, await pressed(team, ana, shown, 'Back'))).toContain('Frank Ortiz, 1 to')
  expect(reads(team, await pressed(team, ana, await waysTo(team), 'Card', { nth: 0 }))).toMatch(
    /They come up|Owner: you/,
  )
  withoutProblems(team)
})

it('what is known in private is never hinted at: people, ties, roles, ends, contacts, notes', async () => {
  const team = await aTeamWithFrank()
  const { ana, ben, customers, quiet } = team
  await types(
    team,
    ana,
    customers,
    'add Susan Lee, buyer at Acme Lighting',
    'add Omar Haddad, owner at Nimbus',
    'met omar 5 weeks ago',
    'note omar lives in Leeds',
    'add Ken Park, baker at Acme Foods',
    'met ken 5 weeks ago',
  )
  const before = await ways(team, ben)
  expect(before).toContain('no warm way in')
  const secrets: readonly [line: string, shown: RegExp][] = [
    ['called susan yesterday: a word', /Susan Lee works at Acme Lighting/],
    ['tie frank friends with ken', /friends with Ken Park/],
    ['note frank lives in Leeds', /Omar Haddad and Frank Ortiz have Leeds/],
    ['role ken also adviser at Acme Lighting', /Ken Park/],
    ['add Zelda Quist, smith at Acme Lighting', /no call or meeting|warmest first/i],
    ['met zelda today: hello', /Zelda Quist works at Acme Lighting/],
    ['tie zelda friends with frank', /Zelda Quist is friends with Frank Ortiz/],
    ['left susan', /Susan Lee worked at Acme Lighting with Frank Ortiz until 2026/],
  ]
  for (const [line, shown] of secrets) {
    await types(team, ana, quiet, line)
    expect(await ways(team), line).toMatch(shown)
    expect(await ways(team, ben), line).toBe(before)
  }
  // The half of it that everybody knows shows none of the rest.
  await types(team, ana, customers, 'note frank loves chess', 'note ken plays chess')
  const since = await ways(team, ben)
  expect(since).toContain('Ken Park and Frank Ortiz have chess in common')
  expect(since).not.toMatch(/Leeds|adviser|friends|Zelda|Susan|Omar/)
  withoutProblems(team)
})

it('guests and strangers get nothing by the button, nor a teammate about somebody whom they do not see', async () => {
  const team = await aTeam({ mode: 'http', pacing: quickMinutes() })
  const { ana, ben, gus, pia, customers, quiet, slack } = team
  await types(team, ana, customers, 'add Frank Ortiz', 'met frank', 'add Zelda Quist')
  await types(team, ana, quiet, 'add Omar Haddad', 'met omar', 'tie omar friends with frank')
  const idIn = async (who: string) =>
    /"value":"([^"]+)"/.exec(JSON.stringify((await asked(team, ana, quiet, `/person ${who}`)).blocks))?.[1] ??
    ''
  const [frank, omar] = [await idIn('frank'), await idIn('omar')]
  const heard = async (forger: Forger, personId: string) =>
    words(team, forger.userId, () => forgePress(team, forger, actionIds.warmWays, personId, true))
  expect(await heard({ userId: ben, channelId: customers }, frank)).toMatch(/@ana met Frank Ortiz/)
  expect(await heard({ userId: ben, channelId: customers }, omar)).not.toMatch(/Omar|Haddad/)
  for (const forger of [
    { userId: gus, channelId: customers },
    { userId: pia, channelId: team.shared, teamId: 'T0ACME' },
  ])
    for (const personId of [frank, omar, '', 'x'])
      await forgePress(team, forger, actionIds.warmWays, personId, true)
  await slack.idle()
  for (const userId of [gus, pia])
    for (const { id } of slack.places.all())
      for (const seen of slack.seenBy(userId, id))
        expect(slack.visibleText(seen)).not.toMatch(/Frank|Omar|@ana/)
  withoutProblems(team)
})
