import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads } from '../support/knowing-frank.js'
import { aTeamThatReacts, card } from '../support/reacting.js'

describe('What is not quite a command', () => {
  it('finds the person who stands further on, and goes on from there', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    for (const line of ['remember frank', 'frobnicate frank ortiz', 'who is frank?']) {
      const reply = await asked(team, ana, customers, `/person ${line}`)
      expect(reads(team, reply), line).toContain('[Frank Ortiz')
      expect(reads(team, reply), line).not.toContain('[Add')
      expect(reads(team, reply), line).toContain('/person help')
    }
    const met = await asked(team, ana, customers, '/person met mr ortiz yesterday: walked the plant')
    expect(reads(team, await pressed(team, ana, met, /^Frank Ortiz/))).toContain('yesterday')
  })

  it('says so when nothing was different, and undo takes back what was really done', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'note frank likes trains')
    expect(await team.types(ana, customers, `/person hand frank to <@${ana}>`)).toContain('already')
    expect(await team.types(ana, customers, '/person undo')).toContain('note')
  })

  it('finds more than a page of people, on request', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    for (let n = 0; n < 10; n++) await types(team, ana, customers, `add Bea ${'ABCDEFGHIJ'[n]}mith`)
    await types(team, ana, customers, 'note frank knows bea')
    const first = await asked(team, ana, customers, '/person find bea')
    const second = await pressed(team, ana, first, 'More')
    expect(reads(team, first).match(/Bea .mith/g)).toHaveLength(8)
    expect(reads(team, second).match(/Bea .mith/g)).toHaveLength(2)
    expect(reads(team, second)).toContain('knows bea')
  })
})

it('an ear on a picture says that there are no words to keep', async () => {
  const team = await aTeamThatReacts()
  const { ana, customers, slack } = team
  const said = await slack.as(ana).say(customers, ' ')
  const deed = await slack.as(ana).react(customers, said.ts, 'ear')
  expect(reads(team, await deed.reply())).toContain('no words')
  expect(await card(team)).not.toContain('They said')
})
