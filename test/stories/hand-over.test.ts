import { describe, expect, it } from 'vitest'
import { handedIn, opened, sentBack, types } from '../support/doing.js'
import { frankIsQuiet, nudgeIn, putRight, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

const direct = (team: Team, userId = team.ben) => team.slack.places.dm(userId).id
const inbox = (team: Team, userId = team.ben) => team.posts(direct(team, userId), userId)
const arrived = (team: Team, userId = team.ben, count = 1) =>
  team.slack.until(() => inbox(team, userId).length >= count, { what: 'a notice' })

describe('who is handed somebody', () => {
  it('gets the card and what was promised by DM, on a Saturday too, once, with buttons that work', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await frankIsQuiet(team)
    await types(
      team,
      ana,
      customers,
      'promise frank by 1 december: send the sample',
      `hand frank to <@${ben}>`,
    )
    await arrived(team)
    const [notice = ''] = inbox(team)
    expect(notice).toContain('@ana')
    expect(notice).toContain('Frank Ortiz')
    expect(notice).toContain('my daughter starts at Ohio State')
    expect(notice).toContain('send the sample')
    await team.bot.beat()
    expect(await team.pass('2026-11-21T17:00:00.000Z')).toEqual([])
    expect(inbox(team)).toHaveLength(1)
    expect(team.posts(customers)).toEqual([])
    expect(slack.problems).toEqual([])
  })

  it('hears of it from a nudge’s button as well, and not when they take somebody themselves', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await frankIsQuiet(team)
    await types(team, ana, customers, 'add Susan Bell')
    await team.pass(tuesday)
    const form = await opened(team, ana, nudgeIn(team), 'Hand over')
    await slack.as(ana).submit(form, { teammate: ben })
    await arrived(team)
    await putRight(team, /@ana handed them over to @ben/)
    await types(team, ana, customers, `hand frank to <@${ana}>`)
    // What is told later comes after whatever would have been told of that.
    await types(team, ana, customers, `hand susan to <@${ben}>`)
    await arrived(team, ben, 2)
    expect([inbox(team).length, inbox(team, ana).length]).toEqual([2, 0])
    expect(slack.problems).toEqual([])
  })

  it('hears once when the answer to the post is lost, whether or not it arrived', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz', 'add Susan Bell', 'add Lily Chen')
    slack.faults.next('chat.postMessage', { kind: 'lost_after' })
    await types(team, ana, customers, `hand frank to <@${ben}>`)
    await arrived(team)
    await team.pass('2026-11-21T17:00:00.000Z')
    slack.faults.next('chat.postMessage', { kind: 'lost_before' })
    await types(team, ana, customers, `hand susan to <@${ben}>`)
    await team.pass('2026-11-21T18:00:00.000Z')
    await arrived(team, ben, 2)
    await team.bot.beat()
    const names = ['Frank Ortiz', 'Susan Bell', 'Lily Chen']
    const counts = names.map((name) => inbox(team).filter((notice) => notice.includes(name)).length)
    expect(counts).toEqual([1, 1, 0])
  })

  it('reads in place of the card that it was taken back, and gets the card when it is done again', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz', `hand frank to <@${ben}>`)
    await arrived(team)
    await types(team, ana, customers, 'undo')
    await slack.until(() => inbox(team)[0]?.includes('taken back'), { what: 'the card put right' })
    expect(inbox(team)).toEqual(['That hand-over was taken back: @ana looks after Frank Ortiz again.'])
    await types(team, ana, customers, `hand frank to <@${ben}>`)
    await arrived(team, ben, 2)
    expect(inbox(team)[1]).toContain('@ana handed Frank Ortiz over to you.')
    expect(slack.problems).toEqual([])
  })

  it('hears nothing of what was taken back before it could be told', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz')
    const tried = new Promise<void>((resolve) => {
      const when = () => {
        resolve()
        return true
      }
      slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 1 }, { when })
    })
    await types(team, ana, customers, `hand frank to <@${ben}>`)
    await tried
    await types(team, ana, customers, 'undo')
    await team.pass('2026-11-21T17:00:00.000Z')
    expect(inbox(team)).toEqual([])
  })
})

describe('somebody who cannot look after a person', () => {
  it('is named for what they are, in the reply and at the field, and nothing changes', async () => {
    const team = await aTeam()
    const { ana, customers, gus, pia, slack } = team
    await frankIsQuiet(team)
    const app = slack.people.add({ name: 'helper', standing: 'bot' }).id
    const old = slack.people.add({ name: 'olaf' }).id
    slack.people.deactivate(old)
    await team.pass(tuesday)
    const form = await opened(team, ana, nudgeIn(team), 'Hand over')
    for (const [userId, what] of [
      [gus, 'a guest here'],
      [pia, 'somebody of another organisation'],
      [app, 'an app'],
      [old, 'somebody who has left this workspace'],
    ] as const) {
      expect(await team.types(ana, customers, `/person hand frank to <@${userId}>`)).toContain(`is ${what}`)
      const errors = await sentBack(team, ana, form, { teammate: userId })
      expect(errors.teammate).toContain(`That is ${what}.`)
    }
    expect(await team.types(ana, customers, '/person frank')).not.toContain('@gus')
    const reply = await handedIn(team, ana, form, { teammate: ana })
    expect(reply).toContain('Frank Ortiz')
  })
})
