import { describe, expect, it } from 'vitest'
import { eventually } from '../support/doing.js'
import { ana, ben, customers, quiet, type Replicas, twoReplicas } from '../support/replicas.js'

/** More than one look at what others heard; the machine may be slow. */
const patienceMs = 20_000

const readsHome = ({ team }: Replicas, userId: string): string => {
  const { home } = team.as(userId)
  return home === undefined ? '' : team.visibleText(home)
}
const homesMade = ({ app }: Replicas): number =>
  app.traffic.filter(({ name, direction }) => name === 'views.publish' && direction === 'in').length

const peopleKnown = ({ store }: Replicas): Promise<number> =>
  store.uow.read({ workspaceId: 'T1', audience: 'everything' }, ({ people }) => people.count())

const answersIn = ({ team }: Replicas, channelId: string, about: string): string[] =>
  team
    .as(ana)
    .sees(channelId)
    .filter(({ user }) => user === team.botUserId)
    .map((seen) => team.visibleText(seen))
    .filter((text) => text.includes(about))

describe('two replicas, of which Slack tells one', () => {
  it('that somebody left a private place, or is a guest now: the other one heeds it within seconds', async () => {
    const here = await twoReplicas()
    const { team, one, other, types } = here
    await other.hears()
    await types(ana, quiet, 'add Zelda Quist, pilot at Globex')
    // The clock stands still, so what is remembered is never too old: it has to be forgotten.
    expect(await types(ben, customers, 'zelda')).toContain('pilot at Globex')
    await one.hears()
    team.places.leave(quiet, ben)
    await here.app.idle()
    await other.hears()
    const seesZelda = async () => (await types(ben, customers, 'zelda')).includes('pilot')
    await eventually('that Ben may not see her', async () => !(await seesZelda()), patienceMs)

    expect(await types(ben, customers, 'help')).not.toContain('full members')
    await one.hears()
    team.people.change(ben, { standing: 'guest' })
    await here.app.idle()
    await other.hears()
    const isRefused = async () => (await types(ben, customers, 'help')).includes('full members')
    await eventually('that Ben is refused', isRefused, patienceMs)
  })

  it('that a channel minds how people are spoken of from now on, or no more: the other one heeds it', async () => {
    const here = await twoReplicas()
    const { team, one, other, types } = here
    await one.hears()
    await types(ana, customers, 'add Frank Ortiz, buyer at Acme')
    const sets = async (mindful: readonly string[]) => {
      const form = await (await team.as(ana).command(customers, '/person settings')).modal()
      await team.as(ana).submit(form, { mindful: [...mindful] })
      await here.app.idle()
    }
    const notes = (userId: string) =>
      team
        .as(userId)
        .sees(customers)
        .filter((seen) => seen.isEphemeral && team.visibleText(seen).includes('Behind')).length
    const speaks = async (userId: string) => {
      await team.as(userId).say(customers, 'Frank Ortiz is a hot lead')
      await here.app.idle()
      return notes(userId)
    }
    await other.hears()
    expect(await speaks(ben)).toBe(0)
    await one.hears()
    await sets(['on'])
    await other.hears()
    // The clock stands still: what is remembered is forgotten because it was told.
    await eventually('that Ben is told', async () => (await speaks(ben)) === 1, patienceMs)
    await one.hears()
    expect(await speaks(ben)).toBe(1)
    expect(here.app.problems).toEqual([])
  })

  it('that a Home is looked at: after an act at either it is made anew, once', async () => {
    const here = await twoReplicas()
    const { team, one, other, types } = here
    await one.hears()
    await types(ana, customers, 'add Frank Ortiz, buyer at Acme')
    await types(ana, customers, 'promise frank by 1 december: send the sample')
    await other.hears()
    await team.as(ana).openHome()
    await team.until(() => readsHome(here, ana).includes('send the sample'), { what: 'a Home' })
    await here.app.idle()
    await one.hears()
    const before = homesMade(here)
    await types(ben, customers, 'kept frank')
    await team.until(() => !readsHome(here, ana).includes('send the sample'), { what: 'a Home without it' })
    await here.app.idle()
    await one.bot.beat()
    await other.bot.beat()
    await here.app.idle()
    expect(homesMade(here) - before).toBe(1)
    expect(here.app.problems).toEqual([])
  })

  it('the same event to both at once: a question is answered once, and what is done is said once', async () => {
    const here = await twoReplicas()
    const { team, app, one, other } = here
    const dm = team.places.dm(ana).id
    const typed = ['who is Zelda Quist', 'add Frank Ortiz, buyer at Acme', 'frank']
    for (const line of typed) {
      const before = answersIn(here, dm, '').length
      app.faults.duplicate()
      await team.as(ana).say(dm, line)
      await team.until(() => answersIn(here, dm, '').length > before, { what: `an answer to ${line}` })
    }
    // Slack takes one message a second in a place: what would be said twice comes later.
    await Promise.all([one.stop(), other.stop()])
    await app.idle()
    const greetings = answersIn(here, dm, 'Hello! I remember people').length
    expect(answersIn(here, dm, '').length - greetings).toBe(typed.length)
  })
})

/** Whoever carried something out died before it could say so. */
const nobodyAnswered = ({ store }: Replicas): Promise<void> => store.answers.sweep('2099-01-01T00:00:00.000Z')

const responsesIn = ({ app }: Replicas): string[] =>
  app.traffic
    .filter(({ kind, direction }) => kind === 'response_url' && direction === 'in')
    .map(({ body }) => JSON.stringify(body))

describe('a command that is brought to two replicas, which both live', () => {
  it.each(['find chess', 'add Frank Ortiz, buyer at Acme', 'frank'])(
    'is answered by one of them: %s',
    async (line) => {
      const here = await twoReplicas()
      const { one, other, types, lastCommand, app } = here
      await one.hears()
      await types(ana, customers, 'note Frank')
      const command = { ...lastCommand(), text: line, trigger_id: 'brought.to.both' }
      const receipts = await Promise.all([one.takes(command), other.takes(command)])
      await Promise.all([one.stop(), other.stop()])
      await app.idle()
      const said = receipts
        .map((receipt) => JSON.stringify(receipt))
        .filter((text) => text.includes('blocks'))
      expect([...said, ...responsesIn(here)]).toHaveLength(1)
    },
  )

  it('is answered by the second when the first dies as it is about to, and not before that is sure', async () => {
    const here = await twoReplicas()
    const { one, other, types, lastCommand, app, team, store, now, pass } = here
    await one.hears()
    await types(ana, customers, 'help')
    const command = { ...lastCommand(), text: 'find chess', trigger_id: 'brought.to.both' }
    await store.answers.claim({ workspaceId: 'T1', id: 'brought.to.both' }, now())
    expect(JSON.stringify(await other.takes(command))).not.toContain('blocks')
    expect(responsesIn(here)).toEqual([])
    pass(31_000)
    await team.until(() => responsesIn(here).length > 0, { what: 'an answer', timeoutMs: patienceMs })
    await Promise.all([one.stop(), other.stop()])
    await app.idle()
    expect(responsesIn(here)).toEqual([expect.stringContaining('chess')])
  })
})

describe('a command whose replica dies', () => {
  it('before it acknowledged, and is brought to the other: is carried out once, and answered', async () => {
    const here = await twoReplicas()
    const { one, other, types, lastCommand } = here
    await one.hears()
    await types(ana, customers, 'add Frank Ortiz, buyer at Acme')
    const command = lastCommand()
    await nobodyAnswered(here)
    const receipt = await other.takes(command)
    expect(JSON.stringify(receipt)).toContain('done already')
    await other.hears()
    expect(await peopleKnown(here)).toBe(1)
    expect(await types(ben, customers, 'frank')).toContain('buyer at Acme')
  })

  it('after it acknowledged: the other answers by its response_url, once, and carries nothing out twice', async () => {
    const here = await twoReplicas()
    const { store, now, pass, types, lastCommand, app, team } = here
    await types(ana, customers, 'add Frank Ortiz, buyer at Acme')
    const done = lastCommand()
    await nobodyAnswered(here)
    await types(ana, customers, 'heard frank he moves to Leeds')
    const asked = lastCommand()
    const owes = (command: typeof done, id: string) =>
      store.owed.owe(
        { workspaceId: 'T1', id, kind: 'command', payload: JSON.stringify(command) },
        'dead',
        now(),
      )
    await owes(done, String(done.trigger_id))
    // Nothing was done of this one.
    await owes(
      { ...asked, text: 'note frank plays chess', trigger_id: 'never.carried.out' },
      'never.carried.out',
    )
    pass(21_000)
    await team.until(() => responsesIn(here).length >= 2, { what: 'two answers', timeoutMs: patienceMs })
    await Promise.all([here.one.bot.beat(), here.other.bot.beat()])
    await app.idle()
    const said = responsesIn(here)
    expect(said).toHaveLength(2)
    expect(said.filter((text) => text.includes('done already'))).toHaveLength(1)
    expect(said.filter((text) => text.includes('plays chess') || text.includes('Noted'))).toHaveLength(1)
    const isOwed = (id: string) => store.owed.isOwed({ workspaceId: 'T1', id })
    await expect.poll(() => isOwed('never.carried.out')).toBe(false)
    expect(await types(ben, customers, 'frank')).toContain('plays chess')
    expect(await peopleKnown(here)).toBe(1)
  })
})
