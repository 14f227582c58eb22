import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { hears } from '../support/hearing.js'
import { evening, frankIsABuyer, fromHisSignature, toGlobex } from '../support/hearing-frank.js'
import { homeOf, homeShows, pressesHome, readsHome } from '../support/home.js'
import { at, nudgeIn, putRight, reads } from '../support/nudging.js'
import { aTeam } from '../support/team.js'

describe('a change that a source is certain of', () => {
  it('is recorded, told as its word, and shown in the history as such', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    expect((await hears(team, toGlobex)).newsId).not.toBeNull()
    const [post = ''] = await team.pass(evening)
    expect(post).toContain(
      'LinkedIn, in a file of today, says that they are new in this role; before that, buyer at Acme',
    )
    expect(await team.pass(at('2026-11-24', 20))).toEqual([])
    const card = await asked(team, team.ana, team.customers, '/person show frank')
    expect(reads(team, card)).toContain('VP operations at Globex')
    const history = reads(team, await pressed(team, team.ana, card, 'More'))
    expect(history).toContain('Role: VP operations at Globex, as LinkedIn says, in a file of today')
    expect(history).toContain('until today, as LinkedIn says, in a file of today')
  })

  it('leaves a place for whoever is there now, and closes it when a press says that it was not so', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, toGlobex)
    expect(await team.types(team.ana, team.customers, '/person at Acme')).toContain('Someone')
    await team.pass(evening)
    const answer = await pressed(team, team.ana, nudgeIn(team), 'Not so')
    expect(reads(team, answer)).toContain('Taken back: what I wrote down about Frank Ortiz')
    await putRight(team, /no longer needed/)
    const card = await team.types(team.ana, team.customers, '/person show frank')
    expect(card).toContain('buyer at Acme')
    expect(card).not.toContain('Globex')
    expect(await team.types(team.ana, team.customers, '/person at Acme')).not.toContain('Someone')
    await types(team, team.ana, team.customers, 'undo')
    expect(await team.types(team.ana, team.customers, '/person show frank')).toContain('Globex')
  })

  it('is taken back by an undo of whoever heard it', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, toGlobex)
    expect(await team.types(team.ana, team.customers, '/person undo')).toContain(
      'Taken back: what was heard of the role of Frank Ortiz',
    )
    expect(await team.types(team.ana, team.customers, '/person show frank')).not.toContain('Globex')
    expect(await team.pass(evening)).toEqual([])
    // Said again it is news again: what was heard is taken back, too.
    expect((await hears(team, toGlobex)).verdict.kind).toBe('change')
  })

  it('is asked about where the team was told otherwise, and flips nothing', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await types(team, team.ana, team.customers, 'role frank CFO at Initech', 'called frank')
    expect((await hears(team, toGlobex)).verdict.kind).toBe('ask')
    const [post = ''] = await team.pass(evening)
    expect(post).toContain('LinkedIn, in a file of today, says that they are VP operations at Globex now.')
    expect(post).toContain('That does not fit what was written down here. Is it so?')
    expect(await team.types(team.ana, team.customers, '/person show frank')).toContain('CFO at Initech')
  })
})

describe('a change that is not sure', () => {
  it('is asked as a message of its own in working time, with what was said, and once', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, fromHisSignature)
    expect(await team.types(team.ana, team.customers, '/person show frank')).toContain('Is it so?')
    expect(await team.pass('2026-11-25T03:00:00.000Z')).toEqual([])
    const [post = ''] = await team.pass(evening)
    expect(post).toContain('Their signature, today, says that they are VP operations at Globex now.')
    expect(post).toContain('Before that: buyer at Acme. Is it so?')
    expect(post).toContain('\nFrank Ortiz | VP operations | Globex\n')
    expect(post).not.toContain('looks after them')
    expect(await team.pass(at('2026-11-24', 20))).toEqual([])
    expect((await hears(team, { ...fromHisSignature, source: 'slack' })).verdict.kind).toBe('asked-already')
  })

  it('becomes news when a teammate says that it is so, and one undo takes all of it back', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, fromHisSignature)
    await team.pass(evening)
    const answer = await pressed(team, team.ben, nudgeIn(team), 'That is so')
    expect(reads(team, answer)).toContain('Written down: Frank Ortiz is VP operations at Globex now.')
    await putRight(team, /ben says that it is so/i)
    expect(await team.types(team.ana, team.customers, '/person show frank')).not.toContain('Is it so?')
    const again = await pressed(team, team.ana, nudgeIn(team), 'That is so').catch(() => null)
    expect(again === null || /already/.test(reads(team, again))).toBe(true)
    await types(team, team.ben, team.customers, 'undo')
    const card = await team.types(team.ana, team.customers, '/person show frank')
    expect(card).toContain('Frank Ortiz · buyer at Acme')
    expect(card).toContain('Is it so?')
  })

  it('can be a role beside the other', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, fromHisSignature)
    const card = await asked(team, team.ana, team.customers, '/person show frank')
    await pressed(team, team.ana, card, 'Beside the other')
    expect(await team.types(team.ana, team.customers, '/person show frank')).toContain(
      'VP operations at Globex, buyer at Acme',
    )
  })

  it('is dropped when a teammate says that it is not so; another source that says it is asked about', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, fromHisSignature)
    const card = await asked(team, team.ana, team.customers, '/person show frank')
    expect(reads(team, await pressed(team, team.ana, card, 'Not so'))).toContain('nothing changes')
    expect(await team.pass(evening)).toEqual([])
    expect((await hears(team, fromHisSignature)).verdict.kind).toBe('same')
    expect((await hears(team, toGlobex)).verdict).toMatchObject({ kind: 'ask', why: 'contradicts' })
  })

  it('rests when nobody is sure, until somebody else says so', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, fromHisSignature)
    const card = await asked(team, team.ana, team.customers, '/person show frank')
    await pressed(team, team.ana, card, 'Not sure')
    expect(await team.pass(evening)).toEqual([])
    const profile = { ...fromHisSignature, source: 'slack', words: null }
    expect((await hears(team, profile)).verdict.kind).toBe('ask')
    const [post = ''] = await team.pass(at('2026-11-24', 19))
    expect(post).toContain('Their Slack profile, today, says')
  })

  it('comes back when it is put off, and is no question any more once the team knows', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, fromHisSignature)
    await team.pass(evening)
    await team.slack.as(team.ana).choose(nudgeIn(team), 'nudge-later', 'In a day')
    await putRight(team, /said later/)
    const [post = ''] = await team.pass(at('2026-11-25', 18))
    expect(post).toContain('Is it so?')
    await types(team, team.ana, team.customers, 'role frank VP Operations at Globex')
    await putRight(team, /known by now/)
  })

  it('gives way to a newer word of the same source, and to that alone', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, { ...fromHisSignature, source: 'slack', title: 'CFO', company: 'Hooli' })
    await hears(team, fromHisSignature)
    await hears(team, { ...fromHisSignature, title: 'CEO', company: 'Initech', observedAt: evening })
    const [post = ''] = await team.pass(evening)
    expect(post).toContain('CEO at Initech')
    expect(post).toContain('CFO at Hooli')
    expect(post).not.toContain('are VP operations at Globex now')
  })

  it('is no question any more once the source says again what the team knows', async () => {
    const team = await aTeam()
    await frankIsABuyer(team)
    await hears(team, fromHisSignature)
    const back = { ...fromHisSignature, title: 'Buyer', company: 'Acme', observedAt: evening }
    expect((await hears(team, back)).verdict.kind).toBe('known-already')
    expect(await team.types(team.ana, team.customers, '/person show frank')).not.toContain('Is it so?')
    expect(await team.pass(evening)).toEqual([])
  })

  it('stands in Home, with its buttons', async () => {
    const team = await aTeam()
    const { ana } = team
    await frankIsABuyer(team)
    await hears(team, fromHisSignature)
    await homeOf(team, ana)
    expect(readsHome(team, ana)).toContain('Their signature, today, says that they are VP operations')
    await pressesHome(team, ana, 'That is so')
    await homeShows(team, ana, 'VP operations at Globex now, since')
  })
})
