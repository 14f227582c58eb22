import { describe, expect, test } from 'vitest'
import type { View } from '../../src/practice/world/view.js'
import { types, words } from '../support/doing.js'
import { aTeam, type Team } from '../support/team.js'

type Given = NonNullable<Parameters<ReturnType<Team['slack']['as']>['submit']>[1]>

const signature =
  'See you on Tuesday.\n\n-- \nFrank Ortiz\nVP Operations\nGlobex\n+1 312 555 0142\nfrank@globex.example'
const gone = 'Frank Ortiz is no longer with Acme. Please contact Dana Cho at dana.cho@acme.example.'

const withFrank = async (): Promise<Team> => {
  const team = await aTeam()
  await types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, facilities manager at Acme frank@acme.example',
  )
  return team
}
const card = (team: Team) => team.types(team.ana, team.customers, '/person frank')

/** Pastes a text into the form of a command, and answers the form with what was understood. */
const pastes = async ({ slack, ana, customers }: Team, command: string, text: string) => {
  const run = await slack.as(ana).command(customers, command)
  const { errors } = await slack.as(ana).submit(await run.modal(), { text })
  return { errors, form: slack.as(ana).modal }
}
const answers = async (team: Team, form: View | undefined, values: Given) => {
  if (form === undefined) throw new Error('no form')
  return words(team, team.ana, () => team.slack.as(team.ana).submit(form, values))
}

describe('a signature', () => {
  test('is shown as it was understood, and written down when somebody says that it is so', async () => {
    const team = await withFrank()
    const { form } = await pastes(team, '/person read frank', signature)
    expect(form === undefined ? '' : team.slack.visibleText(form)).toContain('This is how Frank Ortiz signs')
    expect(await card(team)).toContain('facilities manager at Acme')
    const reply = await answers(team, form, {})
    expect(reply).toContain('VP Operations at Globex')
    expect(reply).toContain('frank@globex.example')
    expect(await card(team)).toContain('VP Operations at Globex')
    expect(await team.types(team.ana, team.customers, '/person undo')).toMatch(/taken back/i)
    expect(await card(team)).toContain('facilities manager at Acme')
    expect(await card(team)).not.toContain('Globex')
  })

  test('says itself whose it is, and can be put right', async () => {
    const team = await withFrank()
    const { form } = await pastes(team, '/person read', signature)
    await answers(team, form, { title: 'VP Plants', keep: [] })
    expect(await card(team)).toContain('VP Plants at Globex')
    expect(await card(team)).not.toContain('frank@globex.example')
  })

  test('that is not so changes nothing, and is not asked about again', async () => {
    const team = await withFrank()
    const { form } = await pastes(team, '/person read frank', signature)
    expect(await answers(team, form, { answer: 'not-so', keep: [] })).toContain('nothing changes')
    expect(await card(team)).toContain('facilities manager at Acme')
    expect(await team.pass('2026-11-23T16:00:00.000Z')).toEqual([])
  })

  test('that nobody is sure of is asked about in the channel', async () => {
    const team = await withFrank()
    const { form } = await pastes(team, '/person read frank', signature)
    await answers(team, form, { answer: 'ask' })
    expect(await card(team)).toContain('facilities manager at Acme')
    const asked = (await team.pass('2026-11-23T16:00:00.000Z')).join('\n')
    expect(asked).toContain('Their signature')
    expect(asked).toContain('VP Operations at Globex')
  })

  test('of somebody without a role is their role when a teammate says so', async () => {
    const team = await aTeam()
    await types(team, team.ana, team.customers, 'add Frank Ortiz')
    const { form } = await pastes(team, '/person read frank', signature)
    await answers(team, form, {})
    expect(await card(team)).toContain('VP Operations at Globex')
  })
})

describe('a signature that was pasted where few read', () => {
  test('keeps no way to reach them unless that is chosen, for all who know them see it', async () => {
    const team = await withFrank()
    const { ana, quiet, slack } = team
    const run = await slack.as(ana).command(quiet, '/person read frank')
    await slack.as(ana).submit(await run.modal(), { text: signature })
    const form = slack.as(ana).modal
    expect(form === undefined ? '' : slack.visibleText(form)).toContain('all who know them see these')
    await answers(team, form, {})
    expect(await team.types(team.ben, team.customers, '/person frank')).not.toMatch(/globex/i)
    const again = await slack.as(ana).command(quiet, '/person read frank')
    await slack.as(ana).submit(await again.modal(), { text: signature })
    const said = await answers(team, slack.as(ana).modal, { keep: ['frank@globex.example'] })
    expect(said).toContain('All who know them see that')
    expect(await team.types(team.ben, team.customers, '/person frank')).toContain('frank@globex.example')
  })
})

describe('an automatic reply', () => {
  test('that somebody left closes the role, and introduces who is there now', async () => {
    const team = await withFrank()
    const { form } = await pastes(team, '/person read', gone)
    const reply = await answers(team, form, {})
    expect(reply).toContain('no longer facilities manager at Acme')
    const dana = await team.types(team.ana, team.customers, '/person dana')
    expect(dana).toContain('Dana Cho')
    expect(dana).toContain('dana.cho@acme.example')
    expect(await card(team)).toContain('Where did they go?')
  })

  test.each([
    ['I am out of the office until 3 August.', 'away'],
    ['The walk through the plant was good, and he wants the sample by Friday.', 'neither'],
  ])('of another kind is no news: %s', async (text, says) => {
    const team = await withFrank()
    const { errors } = await pastes(team, '/person read frank', text)
    expect(errors.text).toContain(says)
  })

  test('about an address alone keeps the address', async () => {
    const team = await withFrank()
    const { form } = await pastes(
      team,
      '/person read frank',
      'My email address has changed: frank@ortiz.example',
    )
    expect(await answers(team, form, {})).toContain('frank@ortiz.example')
    expect(await card(team)).toContain('facilities manager at Acme')
  })
})

describe('elsewhere', () => {
  test('a message in a channel is read from its shortcut', async () => {
    const team = await withFrank()
    const { slack, ana, ben, customers } = team
    const { ts } = await slack.as(ben).say(customers, gone)
    const form = await (await slack.as(ana).shortcut('remember-this', { channelId: customers, ts })).modal()
    const { errors } = await slack.as(ana).submit(form, { on: '2026-11-21' })
    expect(errors).toEqual({})
    const next = slack.as(ana).modal
    if (next === undefined) throw new Error('no form')
    expect(slack.visibleText(next)).toContain('no longer at Acme')
    await slack.as(ana).submit(next, {})
    expect(await team.types(ana, customers, '/person dana')).toContain('Dana Cho')
  })

  test('in a DM, where no form opens by itself, there is a button', async () => {
    const team = await withFrank()
    const { slack, ana, customers } = team
    const asked = await (await slack.as(ana).say(slack.places.dm(ana).id, 'read frank')).reply()
    const { errors } = await slack
      .as(ana)
      .submit(await (await slack.as(ana).press(asked, 'Paste it')).modal(), {
        text: signature,
      })
    expect(errors).toEqual({})
    await answers(team, slack.as(ana).modal, {})
    // What is said in a DM is known to its teammate alone.
    expect(await team.types(ana, slack.places.dm(ana).id, 'frank')).toContain('VP Operations at Globex')
    expect(await team.types(team.ben, customers, '/person frank')).not.toContain('Globex')
  })
})
