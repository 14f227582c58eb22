import { describe, expect, it } from 'vitest'
import type { SeenMessage } from '../../src/practice/sight/seen.js'
import { asked, handedIn, opened, pressed, sentBack, types } from '../support/doing.js'
import { aTeam, type Team } from '../support/team.js'

const tuesday = '2026-11-24T16:00:00.000Z' // 10:00 in Chicago
const at = (day: string, hour = 16): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`

const frankIsQuiet = async (team: Team, rhythm = '3 weeks'): Promise<void> =>
  types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, facilities manager at Acme Lighting',
    'heard frank my daughter starts at Ohio State',
    'met frank 60 days ago: walked the plant',
    `every frank ${rhythm}`,
  )

const nudgeIn = (team: Team, channelId = team.customers, userId = team.ana): SeenMessage => {
  const posts = team.slack
    .seenBy(userId, channelId)
    .filter((seen) => seen.user === team.slack.botUserId && !seen.isEphemeral)
  const post = posts.at(-1)
  if (post === undefined) throw new Error('no nudge there')
  return post
}
const putRight = (team: Team, how: RegExp, channelId = team.customers) =>
  team.slack.until(() => team.posts(channelId).some((post) => how.test(post)), { what: `a post like ${how}` })
const reads = (team: Team, message: SeenMessage) => team.slack.visibleText(message)

describe('the buttons of a nudge', () => {
  const nudged = async (): Promise<Team> => {
    const team = await aTeam()
    await frankIsQuiet(team)
    await team.pass(tuesday)
    team.setClock(at('2026-11-24', 17))
    return team
  }

  it('I reached out: asks how and what they said, and logs it', async () => {
    const team = await nudged()
    const { ana, ben, customers, slack } = team
    const form = await opened(team, ben, nudgeIn(team), 'I reached out')
    expect(slack.visibleText(form)).toContain('Frank Ortiz')
    expect(await sentBack(team, ben, form, { on: '2026-11-25' })).toEqual({
      on: expect.stringContaining('still to come'),
    })
    const done = await handedIn(team, ben, form, {
      how: 'emailed',
      text: 'He said "the lease ends in March" & was glad',
      on: '2026-11-23',
    })
    expect(done).toContain('Frank Ortiz')
    await putRight(team, /@ben reached out/)
    expect(team.posts(customers).join()).not.toContain('[')
    const card = await team.types(ana, customers, '/person frank')
    expect(card).toContain('@ben emailed them yesterday')
    expect(card).toContain('“the lease ends in March”')
    expect(slack.problems).toEqual([])
  })

  it.each([
    ['In a day', '2026-11-25'],
    ['In a week', '2026-12-01'],
    ['In a month', '2026-12-24'],
  ])('Later, %s: he comes back then and not before', async (label, day) => {
    const team = await nudged()
    const { ben, slack } = team
    const run = await slack.as(ben).choose(nudgeIn(team), 'nudge-later', label)
    expect(reads(team, await run.answer())).toContain('comes back')
    await putRight(team, /@ben said later/)
    const dayBefore = new Date(Date.parse(`${day}T16:00:00Z`) - 86_400_000).toISOString()
    expect(await team.pass(dayBefore)).toEqual([])
    expect(await team.pass(at(day))).toEqual([expect.stringContaining('Frank Ortiz')])
    expect(slack.problems).toEqual([])
  })

  it('Not needed: the rhythm starts anew from today', async () => {
    const team = await nudged()
    const { ana, ben, customers } = team
    await pressed(team, ben, nudgeIn(team), 'Not needed')
    await putRight(team, /@ben said that it is not needed/)
    expect(await team.types(ana, customers, '/person due')).toContain('15 Dec')
    expect(await team.pass(at('2026-12-14'))).toEqual([])
    expect(await team.pass(at('2026-12-15'))).toEqual([expect.stringContaining('Frank Ortiz')])
  })

  it('Hand over: to a teammate who may see him, and to nobody else', async () => {
    const team = await nudged()
    const { ana, ben, gus, pia, customers, slack } = team
    const form = await opened(team, ana, nudgeIn(team), 'Hand over')
    for (const outside of [gus, pia])
      expect(await sentBack(team, ana, form, { teammate: outside })).toEqual({
        teammate: expect.stringContaining('full member'),
      })
    expect(await handedIn(team, ana, form, { teammate: ben })).toContain('@ben')
    await putRight(team, /@ana handed them over to @ben/)
    expect(await team.types(ben, customers, '/person frank')).toMatch(/[Oo]wner.*you/)
    // Handed over is not answered: it returns after seven working days, and names the new owner.
    expect(await team.pass(at('2026-12-02'))).toEqual([])
    expect(await team.pass(at('2026-12-03'))).toEqual([expect.stringContaining('@ben')])
    expect(slack.problems).toEqual([])
  })

  it('Hand over of somebody in private: a teammate who is not there is refused at the field', async () => {
    const team = await aTeam()
    const { ana, ben, quiet } = team
    await types(team, ana, quiet, 'add Lily Chen', 'met lily 60 days ago')
    await team.pass(tuesday)
    const form = await opened(team, ana, nudgeIn(team, quiet), 'Hand over')
    expect(await sentBack(team, ana, form, { teammate: ben })).toEqual({
      teammate: expect.stringContaining('not in the place'),
    })
  })

  it('count once: the second press hears who was first, and undo opens it again', async () => {
    const team = await nudged()
    const { ana, ben, customers, slack } = team
    const post = nudgeIn(team)
    await pressed(team, ben, post, 'Not needed')
    const form = await opened(team, ana, post, 'I reached out').catch(() => undefined)
    if (form !== undefined) {
      expect(await handedIn(team, ana, form, { text: 'He is well' })).toContain('@ben')
      expect(await team.types(ana, customers, '/person frank')).not.toContain('He is well')
    }
    await putRight(team, /@ben said/)
    await types(team, ben, customers, 'undo')
    await putRight(team, /\[I reached out\]/)
    const again = await pressed(team, ana, nudgeIn(team), 'Not needed')
    expect(reads(team, again)).toContain('Frank Ortiz')
    await putRight(team, /@ana said that it is not needed/)
    expect(slack.problems).toEqual([])
  })

  it('hear who was first when two press at once', async () => {
    const team = await nudged()
    const { ana, ben, slack } = team
    const post = nudgeIn(team)
    const answers = await Promise.all([ana, ben].map((userId) => pressed(team, userId, post, 'Not needed')))
    const texts = answers.map((answer) => reads(team, answer))
    expect(texts.filter((text) => text.includes('All right'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes('already'))).toHaveLength(1)
    expect(slack.problems).toEqual([])
  })

  it('are put right with who was in touch, whatever was typed', async () => {
    const team = await nudged()
    const { ben, customers } = team
    await types(team, ben, customers, 'emailed frank: the drawings')
    await putRight(team, /@ben emailed them/)
    await types(team, ben, customers, 'undo')
    await putRight(team, /\[I reached out\]/)
    await types(team, ben, customers, 'every frank never')
    await putRight(team, /no longer needed/)
    await types(team, ben, customers, 'undo')
    await putRight(team, /\[I reached out\]/)
  })
})

describe('a nudge about somebody who is gone from its place', () => {
  it('says no more of them once their introduction is undone, or they were moved', async () => {
    const team = await aTeam()
    const { ana, customers, quiet } = team
    await types(team, ana, customers, 'add Frank Ortiz', 'met frank 60 days ago')
    await team.pass(tuesday)
    await types(team, ana, customers, `home frank <#${quiet}>`)
    await putRight(team, /Nobody here/)
    expect(team.posts(customers).join()).not.toContain('Frank')
    await types(team, ana, customers, 'undo')
    await putRight(team, /Frank Ortiz/)
    await types(team, ana, customers, 'undo', 'undo')
    await putRight(team, /Nobody here/)
    expect(team.slack.problems).toEqual([])
  })
})

describe('an unanswered nudge', () => {
  it('returns after seven working days, four times in all, asks, and then rests until somebody acts', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    await frankIsQuiet(team)
    const questions: string[] = []
    const seen: string[] = []
    for (let day = 0; day < 60; day++) {
      const now = new Date(Date.parse(tuesday) + day * 86_400_000).toISOString()
      for (const post of await team.pass(now)) {
        seen.push(now.slice(0, 10))
        questions.push(/Worth asking: (.*)/.exec(post)?.[1] ?? '')
        expect(post.includes('or let them be?')).toBe(seen.length === 4)
      }
    }
    expect(seen).toEqual(['2026-11-24', '2026-12-03', '2026-12-14', '2026-12-23'])
    for (let turn = 1; turn < questions.length; turn++) expect(questions[turn]).not.toBe(questions[turn - 1])
    team.setClock(at('2027-01-25'))
    await types(team, ana, customers, 'called frank', 'every frank 1 week')
    expect(await team.pass(at('2027-02-01'))).toEqual([expect.stringContaining('Frank Ortiz')])
  })
})

describe('the digest', () => {
  const people = [
    'Frank Ortiz',
    'Susan Bell',
    'Lily Chen',
    'John Park',
    'Liz Moss',
    'Omar Haddad',
    'Kai Aoki',
  ]
  const manyAreQuiet = async (team: Team) => {
    for (const [index, name] of people.entries())
      await types(team, team.ana, team.customers, `add ${name}`, `met ${name} ${50 + index} days ago`)
  }

  it('has five people at most, the longest silent first, and the others the next morning', async () => {
    const team = await aTeam()
    await manyAreQuiet(team)
    const [first = '', ...none] = await team.pass(tuesday)
    expect(none).toEqual([])
    const order = [...people].reverse()
    const places = order.slice(0, 5).map((name) => first.indexOf(name))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(first).not.toMatch(/Frank|Susan/)
    expect(await team.pass('2026-11-24T20:00:00.000Z')).toEqual([])
    const [second = ''] = await team.pass(at('2026-11-25'))
    for (const name of order.slice(5)) expect(second).toContain(name)
    for (const name of order.slice(0, 5)) expect(second).not.toContain(name)
    expect(team.slack.problems).toEqual([])
  })

  it('is fixed by the first pass in its hour, even when empty; what comes due later waits', async () => {
    const team = await aTeam({ at: at('2026-11-23', 17) })
    const { ana, customers } = team
    await types(team, ana, customers, 'add Susan Bell')
    expect(await team.pass('2026-11-24T14:59:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-24T15:00:00.000Z')).toEqual([])
    team.setClock('2026-11-24T15:05:00.000Z')
    await types(team, ana, customers, 'met susan 60 days ago')
    expect(await team.pass('2026-11-24T15:10:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-25T15:00:00.000Z')).toEqual([expect.stringContaining('Susan Bell')])
  })

  it('comes late when the bot was down at its hour, and never outside working time', async () => {
    const team = await aTeam()
    await frankIsQuiet(team)
    for (const now of ['2026-11-22T16:00:00.000Z', '2026-11-24T05:00:00.000Z', '2026-11-24T14:00:00.000Z'])
      expect(await team.pass(now)).toEqual([])
    expect(await team.pass('2026-11-24T23:00:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-25T22:59:00.000Z')).toEqual([expect.stringContaining('Frank Ortiz')])
  })

  it('has nobody who was introduced or given a rhythm today', async () => {
    const team = await aTeam({ at: '2026-11-24T14:00:00.000Z' })
    await frankIsQuiet(team)
    expect(await team.pass(tuesday)).toEqual([])
    expect(await team.pass(at('2026-11-25'))).toEqual([expect.stringContaining('Frank Ortiz')])
  })

  it('comes once, however many passes run at once', async () => {
    const team = await aTeam()
    await frankIsQuiet(team)
    const passes = await Promise.all([team.scheduler(), team.scheduler(), team.scheduler()])
    await Promise.all(passes.map((hand) => hand.byHand(tuesday)))
    await Promise.all(passes.map((hand) => hand.close()))
    expect(team.posts(team.customers)).toHaveLength(1)
    expect(team.slack.problems).toEqual([])
  })

  it('is in the zone of whoever introduced somebody there first', async () => {
    const team = await aTeam()
    const { ben, general, customers } = team
    await types(team, ben, customers, 'add Frank Ortiz', 'met frank 60 days ago')
    await types(team, team.ana, customers, 'note frank fine')
    expect(await team.pass('2026-11-24T08:59:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-24T09:00:00.000Z')).toEqual([expect.stringContaining('Frank Ortiz')])
    expect(team.posts(general)).toEqual([])
  })

  it('says once that UTC stands in where Slack gives no zone', async () => {
    const team = await aTeam()
    const { slack, customers } = team
    const nomad = slack.people.add({ name: 'nomad', tz: null }).id
    slack.places.join(customers, nomad)
    await types(
      team,
      nomad,
      customers,
      'add Frank Ortiz',
      'met frank 60 days ago',
      'add Susan Bell',
      'met susan 33 days ago',
    )
    const [first = ''] = await team.pass('2026-11-24T09:00:00.000Z')
    expect(first).toContain('UTC')
    await types(team, nomad, customers, 'add Lily Chen', 'met lily 60 days ago')
    const [second = ''] = await team.pass('2026-11-25T09:00:00.000Z')
    expect(second).toContain('Lily Chen')
    expect(second).not.toContain('UTC')
  })

  it('names the owner once, how they like to be reached, and every reason in one entry', async () => {
    const team = await aTeam()
    const { ana, ben, customers } = team
    await frankIsQuiet(team)
    const form = await opened(team, ana, await asked(team, ana, customers, '/person frank'), 'Edit')
    await handedIn(team, ana, form, { prefers: 'text, never before ten' })
    await types(team, ana, customers, `hand frank to <@${ben}>`, 'role frank VP operations at Globex')
    const [post = '', ...others] = await team.pass(tuesday)
    expect(others).toEqual([])
    expect(post.split('@ben')).toHaveLength(2)
    expect(post.split('Frank Ortiz')).toHaveLength(2)
    expect(post).toContain('text, never before ten')
    expect(post).toContain('VP operations at Globex')
    expect(post).toContain('my daughter starts at Ohio State')
  })
})

describe('news of roles', () => {
  const know = async (team: Team, ...names: string[]) => {
    for (const name of names)
      await types(team, team.ana, team.customers, `add ${name}, buyer at Acme`, `met ${name}`)
  }

  it('is a message of its own, once an hour at most', async () => {
    const team = await aTeam({ at: at('2026-11-23', 17) })
    const { ana, customers } = team
    await know(team, 'Frank Ortiz', 'Susan Bell')
    await team.pass('2026-11-24T15:00:00.000Z')
    team.setClock('2026-11-24T15:30:00.000Z')
    await types(team, ana, customers, 'role frank VP operations at Globex')
    expect(await team.pass('2026-11-24T15:31:00.000Z')).toEqual([
      expect.stringContaining('VP operations at Globex'),
    ])
    await types(team, ana, customers, 'left susan')
    expect(await team.pass('2026-11-24T15:45:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-24T16:31:00.000Z')).toEqual([
      expect.stringContaining('no longer buyer at Acme'),
    ])
    expect(await team.pass('2026-11-24T17:40:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-25T02:00:00.000Z')).toEqual([])
  })

  it('of many at once waits for the digest', async () => {
    const team = await aTeam({ at: at('2026-11-23', 17) })
    const names = ['Frank Ortiz', 'Susan Bell', 'Lily Chen', 'John Park']
    await know(team, ...names)
    await team.pass('2026-11-24T15:00:00.000Z')
    team.setClock('2026-11-24T15:30:00.000Z')
    for (const name of names) await types(team, team.ana, team.customers, `left ${name}`)
    expect(await team.pass('2026-11-24T15:31:00.000Z')).toEqual([])
    const [digest = ''] = await team.pass('2026-11-25T15:00:00.000Z')
    for (const name of names) expect(digest).toContain(name)
  })

  it('is settled by a contact, taken back by an undo, and told to nobody at night', async () => {
    const team = await aTeam({ at: at('2026-11-23', 17) })
    const { ana, customers } = team
    await know(team, 'Frank Ortiz')
    await types(team, ana, customers, 'role frank VP operations at Globex', 'called frank: congratulated')
    expect(await team.pass(tuesday)).toEqual([])
    team.setClock('2026-11-24T17:00:00.000Z')
    await types(team, ana, customers, 'role frank CEO at Globex', 'undo')
    expect(await team.pass('2026-11-24T18:00:00.000Z')).toEqual([])
    await types(team, ana, customers, 'role frank CEO at Globex')
    expect(await team.pass('2026-11-25T02:00:00.000Z')).toEqual([])
    expect(await team.pass('2026-11-25T15:00:00.000Z')).toEqual([expect.stringContaining('CEO at Globex')])
    await types(team, ana, customers, 'undo')
    await putRight(team, /no longer needed/)
  })
})

describe('where nudges go', () => {
  it('to the owner’s DM while the bot is not in the channel, day after day, wherever the owner lives', async () => {
    const team = await aTeam()
    const { ana, ben, general, slack } = team
    const reply = await team.types(ana, general, '/person add Frank Ortiz')
    expect(reply).toContain('/invite')
    await types(team, ana, general, 'met frank 60 days ago', `hand frank to <@${ben}>`)
    const dm = slack.places.dm(ben).id
    // Ben lives in London, the channel in Chicago: at three in the afternoon of his both work.
    expect(await team.pass('2026-11-24T15:30:00.000Z')).toEqual([expect.stringContaining('Frank Ortiz')])
    expect(team.posts(general)).toEqual([])
    expect(team.posts(dm, ben).join()).toContain('Frank Ortiz')
    await types(team, ana, general, 'add Susan Bell', 'met susan 60 days ago', `hand susan to <@${ben}>`)
    expect(await team.pass('2026-11-25T09:00:00.000Z')).toEqual([expect.stringContaining('Susan Bell')])
    expect(await team.pass('2026-11-25T15:30:00.000Z')).toEqual([])
    slack.places.join(general, slack.botUserId)
    await slack.idle()
    await types(team, ana, general, 'add Lily Chen', 'met lily 60 days ago')
    expect(await team.pass('2026-11-26T15:30:00.000Z')).toEqual([expect.stringContaining('Lily Chen')])
    expect(team.posts(general)).toHaveLength(1)
    expect(slack.problems).toEqual([])
  })

  it('to nobody while the channel is archived or the only owner has left', async () => {
    const team = await aTeam()
    const { ana, ben, customers, general, slack } = team
    await frankIsQuiet(team)
    slack.places.archive(customers)
    await types(team, ben, general, 'add Susan Bell', 'met susan 60 days ago')
    slack.people.deactivate(ben)
    await slack.idle()
    const posts = await team.pass(tuesday)
    expect(posts.join()).not.toContain('Susan')
    expect(team.posts(customers)).toEqual([])
    // Frank's owner is still there, and hears of him alone.
    expect(posts).toEqual([expect.stringContaining('Frank Ortiz')])
    expect(team.posts(slack.places.dm(ana).id).join()).toContain('Frank Ortiz')
  })

  it('to the channel, naming the owner, also when the owner has left', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await types(team, ben, customers, 'add Susan Bell', 'met susan 60 days ago')
    slack.people.deactivate(ben)
    await slack.idle()
    await team.pass(tuesday)
    expect(team.posts(customers, ana).join()).toContain('Susan Bell')
  })
})

describe('time', () => {
  it('a pass run ahead of the clock is answered by a contact logged before it, by the clock', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    await frankIsQuiet(team)
    const ahead = '2026-12-15T16:00:00.000Z'
    expect(await team.pass(ahead)).toEqual([expect.stringContaining('Frank Ortiz')])
    await types(team, ana, customers, 'called frank: he is fine')
    await putRight(team, /@ana called them/)
    expect(await team.pass(ahead)).toEqual([])
    expect(await team.pass('2026-12-11T16:00:00.000Z')).toEqual([])
  })

  it('a dry run posts and plans nothing, and says who, where and why', async () => {
    const team = await aTeam()
    await frankIsQuiet(team)
    const hand = await team.scheduler()
    const [planned, ...others] = await hand.dryRun(tuesday)
    expect(others).toEqual([])
    expect(planned?.place.home).toBe(`channel:${team.customers}`)
    expect(
      planned?.entries.map(({ facts, reasons }) => [facts.person.name, reasons.map(({ kind }) => kind)]),
    ).toEqual([['Frank Ortiz', ['quiet']]])
    expect(await hand.dryRun('2026-11-22T16:00:00.000Z')).toEqual([])
    await hand.close()
    expect(team.posts(team.customers)).toEqual([])
    expect(await team.pass(tuesday)).toHaveLength(1)
    const after = await team.scheduler()
    expect(await after.dryRun(tuesday)).toEqual([])
    await after.close()
  })
})
