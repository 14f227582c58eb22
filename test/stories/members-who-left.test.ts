import { describe, expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

const secret = 'secretnumber 555'

/** Ben is in #quiet too. */
const aTeamInQuiet = async (): Promise<Team> => {
  const team = await aTeam()
  team.slack.places.join(team.quiet, team.ben)
  await team.slack.idle()
  return team
}
const leaves = async ({ slack, quiet }: Team, userId: string): Promise<void> => {
  slack.places.leave(quiet, userId)
  await slack.idle()
}
/** How a channel stops telling the bot who reads there, or lets others read there. */
const turns = {
  'the bot is taken out': ({ slack, quiet }: Team) => slack.places.leave(quiet, slack.botUserId),
  'another organisation comes in': ({ slack, quiet }: Team) => slack.places.share(quiet),
} as const
const turnNames = Object.keys(turns) as (keyof typeof turns)[]

describe('a move taken back by somebody who has left the place since', () => {
  const movedAndLeft = async () => {
    const team = await aTeamInQuiet()
    const { ana, ben, customers, quiet } = team
    await types(team, ben, customers, 'add Zelda Quist', `hand zelda to <@${ana}>`)
    await types(team, ana, customers, 'add Susan Bell')
    await types(team, ana, quiet, 'home zelda here')
    await leaves(team, ana)
    return { team, ana, ben, customers, quiet }
  }

  it('is refused: what was typed there since stays there', async () => {
    const { team, ana, ben, customers, quiet } = await movedAndLeft()
    expect(await team.types(ben, quiet, `/person prefers zelda ${secret}`)).toContain('#quiet')
    expect(await team.types(ana, customers, '/person undo')).not.toContain('Zelda')
    expect(await team.types(ana, customers, '/person zelda')).toContain('nobody called')
    expect(await team.types(ben, quiet, '/person zelda')).toContain(secret)
  })

  it('stands in the way of nothing that they did before', async () => {
    const { team, ana, customers } = await movedAndLeft()
    expect(await team.types(ana, customers, '/person undo')).toContain('Susan Bell')
  })
})

it('a move is not taken back over what others wrote there since, by whoever still sees it either', async () => {
  const team = await aTeamInQuiet()
  const { ana, ben, customers, quiet, slack } = team
  const cas = slack.people.add({ name: 'cas', tz: 'UTC' }).id
  slack.places.join(customers, cas)
  await slack.idle()
  await types(team, ana, customers, 'add Zelda Quist')
  await types(team, ana, quiet, 'home zelda here')
  await types(team, ben, quiet, `prefers zelda ${secret}`)
  expect(await team.types(ana, quiet, '/person undo')).toMatch(/@ben wrote down how to reach them/)
  expect(await team.types(cas, customers, '/person zelda')).toContain('nobody called')
})

describe.each(turnNames)('whoever left a private channel, once %s', (turn) => {
  it('does not come to see what was typed there since, as the one who looks after somebody', async () => {
    const team = await aTeamInQuiet()
    const { ana, ben, customers, quiet, slack } = team
    await types(team, ana, quiet, 'add Zelda Quist', 'met zelda 60 days ago', `hand zelda to <@${ben}>`)
    await leaves(team, ben)
    await types(team, ana, quiet, `prefers zelda ${secret}`)
    turns[turn](team)
    await slack.idle()
    expect(await team.types(ben, customers, '/person zelda')).toContain('nobody called')
    const told = () => team.posts(slack.places.dm(ben).id, ben)
    const before = told()
    await team.pass(tuesday, { aMinuteOn: true })
    expect(told()).toEqual(before)
    expect(before.join()).not.toMatch(/secretnumber|is shared/)
    expect(await team.types(ana, customers, '/person zelda')).toContain(secret)
  })

  it('nor as the one who introduced them; who is there still looks after them', async () => {
    const team = await aTeamInQuiet()
    const { ana, ben, customers, quiet, slack } = team
    await types(team, ana, quiet, 'add Zelda Quist', 'met zelda 60 days ago', `hand zelda to <@${ben}>`)
    await leaves(team, ana)
    await types(team, ben, quiet, `prefers zelda ${secret}`)
    turns[turn](team)
    await slack.idle()
    expect(await team.types(ana, customers, '/person zelda')).toContain('nobody called')
    await team.pass(tuesday)
    expect(team.posts(slack.places.dm(ben).id, ben).join()).toMatch(/Zelda Quist.*secretnumber/s)
  })
})

it.each(turnNames)('once %s, whoever looks after somebody finds what their card says', async (turn) => {
  const team = await aTeamInQuiet()
  const { ana, ben, customers, quiet, slack } = team
  await types(
    team,
    ana,
    quiet,
    'add Zelda Quist',
    'prefers zelda carrier pigeons',
    'note zelda breeds pigeons',
  )
  await types(team, ana, quiet, `hand zelda to <@${ben}>`)
  turns[turn](team)
  await slack.idle()
  expect(await team.types(ben, customers, '/person zelda')).toContain('carrier pigeons')
  const found = await team.types(ben, customers, '/person find pigeons')
  expect(found).toContain('Zelda Quist likes to be reached by: carrier pigeons')
  expect(found).not.toContain('breeds')
})

it('nobody is moved where whoever looks after them would not see them', async () => {
  const team = await aTeam()
  const { ana, ben, customers, quiet, slack } = team
  await types(team, ana, customers, 'add Zelda Quist', `hand zelda to <@${ben}>`)
  for (const place of [quiet, slack.places.dm(ana).id]) {
    const refused = await team.types(ana, place, '/person home zelda here')
    expect(refused).toMatch(/@ben looks after Zelda Quist.*\/person hand Zelda Quist to @ana/s)
  }
  expect(await team.types(ben, customers, '/person zelda')).toContain('Zelda Quist')
  await types(team, ana, customers, `hand zelda to <@${ana}>`)
  expect(await team.types(ana, quiet, '/person home zelda here')).toContain('#quiet')
  expect(await team.types(ben, customers, '/person zelda')).toContain('nobody called')
})
