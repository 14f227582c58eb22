import { describe, expect, it } from 'vitest'
import { eventually, types } from '../support/doing.js'
import { homeLoses, homeOf, homeShows, readsHome } from '../support/home.js'
import { aTeam, type Team } from '../support/team.js'

const ago = (days: number) => `met frank ${days} days ago: walked the plant`

/** Frank is due, with a promise; in the public channel. */
const frankWaits = async (team: Team): Promise<void> => {
  const { ana, customers } = team
  await types(
    team,
    ana,
    customers,
    'add Frank Ortiz, facilities manager at Acme',
    ago(60),
    'every frank 3 weeks',
  )
  await types(team, ana, customers, 'promise frank by 1 december: send the sample')
}

describe('the Home of somebody new', () => {
  it('shows how to begin, and introduces somebody where a channel knows them', async () => {
    const team = await aTeam()
    const { ana, ben, customers, shared, slack } = team
    const home = await homeOf(team, ana)
    for (const line of ['/person add Frank Ortiz', '/person heard frank', '/person help'])
      expect(readsHome(team, ana)).toContain(line)
    const form = await (await slack.as(ana).press(home, 'Introduce somebody')).modal()
    const errors = async (values: Record<string, string>) =>
      Object.keys((await slack.as(ana).submit(form, values)).errors)
    expect(await errors({ name: ' ' })).toEqual(['name'])
    expect(await errors({ name: 'x'.repeat(201) })).toEqual(['name'])
    expect(await errors({ name: 'Lily Chen', addresses: 'nonsense' })).toEqual(['addresses'])
    expect(await errors({ name: 'Lily Chen', addresses: '', channel: shared })).toEqual(['channel'])
    await slack.as(ana).submit(form, { title: 'CFO', company: 'Acme', channel: customers })
    expect(slack.visibleText(slack.as(ana).modal ?? form)).toContain('Lily Chen')
    expect(await team.types(ben, customers, '/person lily')).toContain('CFO at Acme')
    expect(slack.problems).toEqual([])
  })

  it('keeps to the teammate whom no channel knows, and asks whether somebody is the same', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    const introduces = async () => {
      const form = await (await slack.as(ana).press(await homeOf(team, ana), 'Introduce somebody')).modal()
      await slack.as(ana).submit(form, { name: 'Lily Chen' })
      const { modal } = slack.as(ana)
      if (modal === undefined) throw new Error('no answer')
      return modal
    }
    expect(slack.visibleText(await introduces())).toContain('Only you can see this')
    expect(await team.types(ben, customers, '/person lily')).not.toContain('Lily Chen')
    const question = await introduces()
    expect(slack.visibleText(question)).toContain('Lily Chen')
    await slack.as(ana).press(question, 'Lily Chen', { nth: 0 })
    await slack.idle()
    await types(team, ana, customers, 'undo')
    expect(slack.problems).toEqual([])
  })

  it('says a sentence to a guest, and nothing of anybody', async () => {
    const team = await aTeam()
    const { gus } = team
    await frankWaits(team)
    await homeOf(team, gus)
    expect(readsHome(team, gus)).toContain('full members')
    expect(readsHome(team, gus)).not.toMatch(/Frank|Acme|sample|\[/)
  })
})

describe('Home', () => {
  it('shows who waits, what was promised and what is new, and stays current', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await frankWaits(team)
    await types(team, ana, customers, 'role frank VP operations at Globex')
    const home = await homeOf(team, ana)
    for (const shown of ['Frank Ortiz', 'every 3 weeks', 'send the sample', 'VP operations at Globex now'])
      expect(readsHome(team, ana)).toContain(shown)

    await slack.as(ana).press(home, 'Kept')
    await homeLoses(team, ana, 'send the sample')
    expect(slack.visibleText(slack.as(ana).modal ?? home)).toContain('send the sample')
    await types(team, ana, customers, 'undo')
    await homeShows(team, ana, 'send the sample')

    await slack.as(ana).close(slack.as(ana).modal ?? home)
    const talked = await (await slack.as(ana).press(home, 'Talked', { nth: 0 })).modal()
    await slack.as(ana).submit(talked, { how: 'called', text: 'glad to hear from us' })
    await homeLoses(team, ana, 'would be glad to hear from you')
    expect(slack.visibleText(slack.as(ana).modal ?? home)).toContain('glad to hear from us')
    expect(slack.problems).toEqual([])
  })

  it('is made anew after each act of whoever looked at it, and not for what only reads', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await frankWaits(team)
    await homeOf(team, ana)
    const made = () =>
      slack.traffic.filter(({ name, direction }) => name === 'views.publish' && direction === 'in').length
    const before = made()
    await types(team, ana, customers, 'frank', 'find jazz', 'due', 'at acme', 'help', 'nothing of the kind')
    await slack.idle()
    expect(made() - before).toBe(0)
    await types(team, ana, customers, 'note frank loves jazz')
    await slack.until(() => made() > before, { what: 'a Home' })
    const { ts } = await slack.as(ana).say(customers, 'Frank Ortiz walked the plant with me')
    await slack.as(ana).react(customers, ts, 'handshake')
    await slack.until(() => made() > before + 1, { what: 'another Home' })
    await slack.idle()
    expect(made() - before).toBe(2)
    expect(slack.problems).toEqual([])
  })

  it('shows what a teammate did about somebody whom one looks after', async () => {
    const team = await aTeam()
    const { ana, ben, customers } = team
    await frankWaits(team)
    await homeOf(team, ana)
    expect(readsHome(team, ana)).toContain('would be glad to hear from you')
    await team.types(ben, customers, '/person called frank')
    await homeLoses(team, ana, 'would be glad to hear from you')
    await team.types(ben, customers, '/person kept frank')
    await homeLoses(team, ana, 'send the sample')
  })

  it('opens a card in a modal, more on top of it, and answers presses there', async () => {
    const team = await aTeam()
    const { ana, slack } = team
    await frankWaits(team)
    const home = await homeOf(team, ana)
    const card = await (await slack.as(ana).press(home, 'Card', { nth: 0 })).modal()
    expect(slack.visibleText(card)).toContain('walked the plant')
    const more = await (await slack.as(ana).press(card, 'More')).modal()
    expect(slack.as(ana).modals).toHaveLength(2)
    expect(slack.visibleText(more)).toContain('1 to ')
    await slack.as(ana).press(more, 'Remove', { nth: 0 })
    await slack.until(() => slack.visibleText(slack.as(ana).modal ?? home).includes('Removed'), {
      what: 'removed',
    })
    expect(slack.problems).toEqual([])
  })

  it('looks for what was typed, in pages', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz')
    for (let n = 1; n <= 12; n++) await types(team, ana, customers, `note frank loves jazz ${n}`)
    const home = await homeOf(team, ana)
    const found = await (await slack.as(ana).choose(home, 'home-find', 'jazz')).modal()
    expect(slack.visibleText(found)).toContain('jazz 12')
    await slack.as(ana).press(found, 'More')
    await slack.until(() => slack.visibleText(slack.as(ana).modal ?? found).includes('jazz 1'), {
      what: 'more',
    })
    expect(slack.as(ana).modals).toHaveLength(1)
    expect(slack.problems).toEqual([])
  })

  it('shows whom nobody looks after, to whoever may see them, and hands them over', async () => {
    const team = await aTeam()
    const { ana, ben, customers, quiet, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz, buyer at Acme')
    await types(team, ana, quiet, 'add Zelda Quist')
    const home = await homeOf(team, ben)
    expect(readsHome(team, ben)).not.toContain('Nobody looks after them')
    slack.people.deactivate(ana)
    await eventually('Ana to be known as gone', async () => {
      await homeOf(team, ben)
      return readsHome(team, ben).includes('Nobody looks after them')
    })
    expect(readsHome(team, ben)).toContain('Frank Ortiz')
    expect(readsHome(team, ben)).not.toContain('Zelda')
    await slack.as(ben).press(home, 'Look after them')
    await homeLoses(team, ben, 'Nobody looks after them')
    expect(await team.types(ben, customers, '/person frank')).toContain('Owner: you')
    await types(team, ben, customers, 'undo')
    await homeShows(team, ben, 'Nobody looks after them')
    expect(slack.problems).toEqual([])
  })

  it('of whoever is handed somebody shows them at once, and no more once it is taken back', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    await frankWaits(team)
    await types(team, ben, customers, 'add Susan Bell')
    await homeOf(team, ben)
    expect(readsHome(team, ben)).not.toContain('every 3 weeks')
    await types(team, ana, customers, `hand frank to <@${ben}>`)
    await homeShows(team, ben, 'every 3 weeks')
    await types(team, ana, customers, 'undo')
    await homeLoses(team, ben, 'every 3 weeks')
    expect(slack.problems).toEqual([])
  })

  it('of long lists shows the beginning, and the rest on pages of their own', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    for (let n = 11; n <= 22; n++) {
      await types(team, ana, customers, `add Person ${n}`, `met Person ${n} ${n + 60} days ago`)
      await types(team, ana, customers, `promise Person ${n} by 1 december: thing ${n}`)
    }
    const home = await homeOf(team, ana)
    expect(home.blocks.length).toBeLessThanOrEqual(100)
    expect(readsHome(team, ana)).toContain('Person 22')
    expect(readsHome(team, ana)).not.toMatch(/Person 13\b.*rhythm/s)
    const list = await (await slack.as(ana).press(home, 'More', { nth: 0 })).modal()
    expect(slack.visibleText(list)).toContain('Person 11')
    await slack.as(ana).press(list, 'Back')
    await slack.until(() => slack.visibleText(slack.as(ana).modal ?? list).includes('Person 22'), {
      what: 'back',
    })
    expect(slack.as(ana).modals).toHaveLength(1)
    await slack.as(ana).close(list)
    const promises = await (await slack.as(ana).press(home, 'More', { nth: 1 })).modal()
    expect(slack.visibleText(promises)).toContain('thing 22')
    expect(slack.problems).toEqual([])
  })

  it('opens the settings of a channel that one may change', async () => {
    const team = await aTeam()
    const { ana, slack } = team
    await frankWaits(team)
    const home = await homeOf(team, ana)
    expect(readsHome(team, ana)).toContain('#customers')
    const form = await (await slack.as(ana).press(home, 'Settings', { near: 'Settings', nth: 1 })).modal()
    expect(form.body.submit).toBeDefined()
  })
})

it('the bare command says what was promised', async () => {
  const team = await aTeam()
  const { ana, ben, customers } = team
  await frankWaits(team)
  await types(team, ana, customers, 'promise frank: call back one day')
  const greeting = await team.types(ana, customers, '/person')
  expect(greeting).toMatch(/What you promised:.*Frank Ortiz, due on Tue 1 Dec: send the sample/s)
  expect(await team.types(ben, customers, '/person')).not.toContain('sample')
  await types(team, ana, customers, 'kept frank sample')
  expect(await team.types(ana, customers, '/person')).not.toContain('sample')
})
