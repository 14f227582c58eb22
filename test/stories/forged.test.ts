import { describe, expect, it } from 'vitest'
import type { SeenMessage } from '../../src/practice/sight/seen.js'
import { actionIds, fieldIds, formIds } from '../../src/slack/action-ids.js'
import { asked, told, types } from '../support/doing.js'
import { type Forger, forgeForm, forgeLookup, forgePress } from '../support/forging.js'
import { quickMinutes } from '../support/quick-minutes.js'
import { aTeam, type Team } from '../support/team.js'

/** The values of all buttons and options of a message. */
const valuesIn = ({ blocks }: SeenMessage): string[] =>
  [...JSON.stringify(blocks).matchAll(/"value":"([^"]+)"/g)].map((found) => found[1] ?? '')

/** Zelda lives where Ana is alone, with one of everything; and there is a nudge about her. */
const zeldaInPrivate = async (team: Team) => {
  const { ana, quiet, slack } = team
  const added = await asked(team, ana, quiet, '/person add Zelda Quist, facilities manager at Nimbus')
  const kept = await asked(team, ana, quiet, '/person note zelda the secret')
  await types(team, ana, quiet, 'met zelda 60 days ago: more secret')
  const card = await asked(team, ana, quiet, '/person zelda')
  const personId = valuesIn(card)[0] ?? ''
  const more = await (await slack.as(ana).press(card, 'More')).answer()
  await types(team, ana, quiet, 'add Zelda Moss')
  const question = await asked(team, ana, quiet, '/person note zelda likes jazz')
  const merging = await asked(team, ana, quiet, '/person merge zelda quist and zelda moss')
  await team.pass('2026-11-24T16:00:00.000Z')
  const nudge = slack.seenBy(ana, quiet).find((seen) => seen.user === slack.botUserId && !seen.isEphemeral)
  if (nudge === undefined) throw new Error('no nudge')
  const two = [personId, valuesIn(question)[1]?.split(':')[1] ?? ''].join(':')
  const values = [...[added, kept, more, question, merging, nudge].flatMap(valuesIn), two]
  return {
    personId,
    values: [...new Set(values)],
    entries: valuesIn(more),
    nudgeId: valuesIn(nudge)[0] ?? '',
  }
}

const garbage = [
  '',
  ':',
  'x',
  '-1',
  '0',
  '999999999999999999999',
  '<!channel>',
  '../..',
  "' or 1=1 --",
  'a:b:c',
  '\u0000',
  '🙂'.repeat(300),
]
const revealing = /Zelda|Quist|Moss|Nimbus|secret|jazz/

const everythingOf = async (team: Team): Promise<string> => {
  const { ana, quiet } = team
  const told: string[] = []
  for (const line of ['zelda quist', 'zelda moss', 'find secret', 'find jazz', 'due'])
    told.push(await team.types(ana, quiet, `/person ${line}`))
  return told.join('\n')
}

describe('values that nobody was given', () => {
  // Some ten thousand presses, on whichever engine.
  it('reveal nothing to another teammate, a guest or a stranger, and change nothing, in any button', async () => {
    const team = await aTeam({ mode: 'http', pacing: quickMinutes() })
    const { ben, gus, pia, customers, slack } = team
    const zelda = await zeldaInPrivate(team)
    const before = await everythingOf(team)
    const values = [...zelda.values, `${zelda.personId}:0`, `${zelda.personId}:garbage`, ...garbage]
    const forgers: Forger[] = [
      { userId: ben, channelId: customers },
      { userId: gus, channelId: customers },
      { userId: pia, channelId: customers, teamId: 'T0ACME' },
      { userId: 'U0NOBODY', channelId: 'C0NOWHERE', teamId: 'T0OTHER' },
    ]
    for (const forger of forgers)
      for (const actionId of Object.values(actionIds))
        for (const value of values) await forgePress(team, forger, actionId, value, true)
    const pressed = slack.traffic.length
    await told(team, ben, () =>
      forgePress(team, { userId: ben, channelId: customers }, actionIds.undo, 'last'),
    )
    await slack.idle()
    expect(slack.traffic.length).toBeGreaterThan(pressed)
    for (const userId of [ben, gus, pia])
      for (const { id } of slack.places.all())
        for (const seen of slack.seenBy(userId, id)) expect(slack.visibleText(seen)).not.toMatch(revealing)
    for (const userId of [ben, gus, pia]) expect(slack.as(userId).modal).toBeUndefined()
    expect(await everythingOf(team)).toBe(before)
    expect(team.posts(team.quiet).join()).toContain('[I reached out]')
    expect(
      team.logged.filter((line) => line.includes('"level":"error"') || line.includes('unexpected')),
    ).toEqual([])
  }, 600_000)

  it('reveal nothing and change nothing in any form', async () => {
    const team = await aTeam({ mode: 'http', pacing: quickMinutes() })
    const { ana, ben, gus, pia, customers, quiet, slack } = team
    const zelda = await zeldaInPrivate(team)
    const before = await everythingOf(team)
    const entries = zelda.entries.map((value) => value.split(':'))
    const place = { channelId: customers, threadTs: null }
    const about = [
      { ...place, personId: zelda.personId, nudgeId: zelda.nudgeId },
      ...entries.map(([entryKind, entryId]) => ({ ...place, personId: zelda.personId, entryKind, entryId })),
      { ...place, personId: 'x', nudgeId: 'x', entryKind: 'note', entryId: 'x' },
      { ...place, personId: zelda.personId },
    ]
    const fields = {
      [fieldIds.name]: 'Stolen',
      [fieldIds.addresses]: 'x@y.example',
      [fieldIds.prefers]: 'x',
      [fieldIds.rhythm]: '1 day',
      [fieldIds.slackUser]: ben,
      [fieldIds.text]: 'stolen',
      [fieldIds.on]: '2026-11-20',
      [fieldIds.title]: 'stolen',
      [fieldIds.company]: 'stolen',
      [fieldIds.sinceOn]: '2026-11-20',
      [fieldIds.untilOn]: '2026-11-21',
      [fieldIds.how]: 'called',
      [fieldIds.teammate]: ben,
      [fieldIds.channel]: customers,
      [fieldIds.people]: zelda.personId,
    }
    const answers: string[] = []
    let forms = 0
    // A teammate may introduce somebody of their own, whatever else the form carries.
    for (const forger of [
      { userId: ben, channelId: customers },
      { userId: gus, channelId: customers },
      { userId: pia, channelId: customers, teamId: 'T0ACME' },
    ])
      for (const callbackId of [...Object.values(formIds), 'form-unknown'])
        if (callbackId !== formIds.introduce || forger.userId !== ben)
          for (const metadata of [
            ...about.map((each) => JSON.stringify({ ...each, form: `f${++forms}` })),
            '',
            '{}',
            '[',
            'null',
          ])
            answers.push(await forgeForm(team, forger, callbackId, metadata, fields))
    await slack.idle()
    expect(answers.join()).not.toMatch(revealing)
    expect(await everythingOf(team)).toBe(before)
    for (const userId of [ben, gus, pia])
      for (const { id } of slack.places.all())
        for (const seen of slack.seenBy(userId, id)) expect(slack.visibleText(seen)).not.toMatch(revealing)

    // Their own form with days and people that no picker offers: sent back, or refused, and never kept.
    const [roleRef = ''] = zelda.entries.filter((value) => value.startsWith('role:'))
    const own = (more: object) =>
      JSON.stringify({
        channelId: quiet,
        threadTs: null,
        form: `own${++forms}`,
        personId: zelda.personId,
        ...more,
      })
    const mine = { userId: ana, channelId: quiet }
    for (const on of ['2026-02-30', 'garbage', '9999-99-99']) {
      await forgeForm(team, mine, formIds.talked, own({}), { on, text: 'x', how: 'flew' })
      const role = own({ entryKind: 'role', entryId: roleRef.split(':')[1] })
      await forgeForm(team, mine, formIds.editEntry, role, {
        ...fields,
        [fieldIds.sinceOn]: on,
        [fieldIds.untilOn]: on,
      })
    }
    for (const channel of [team.shared, 'C0NOWHERE', '', 'garbage'])
      await forgeForm(team, mine, formIds.moveHome, own({}), { [fieldIds.channel]: channel })
    for (const teammate of [ben, gus, pia, 'U0NOBODY', '', slack.botUserId])
      await forgeForm(team, mine, formIds.handOver, own({}), { [fieldIds.teammate]: teammate })
    await slack.idle()
    expect(await everythingOf(team)).toBe(before)
  }, 120_000)

  it('offer nobody in a type-ahead', async () => {
    const team = await aTeam({ mode: 'http', pacing: quickMinutes() })
    const { ana, ben, gus, pia, customers, quiet } = team
    await zeldaInPrivate(team)
    const look = (userId: string, channelId: string, query: string, teamId = team.slack.teamId) =>
      forgeLookup(team, { userId, channelId, teamId }, 'x', query)
    expect(await look(ana, quiet, 'zelda')).toContain('Zelda Quist')
    expect(await look(ana, quiet, '')).not.toMatch(revealing)
    expect(await look(ben, customers, 'zelda')).not.toMatch(revealing)
    expect(await look(gus, customers, 'zelda')).not.toMatch(revealing)
    expect(await look(pia, customers, 'zelda', 'T0ACME')).not.toMatch(revealing)
  })

  it('of another’s question are answered by nobody but the one who asked', async () => {
    const team = await aTeam({ mode: 'http', pacing: quickMinutes() })
    const { ana, ben, customers } = team
    await types(team, ana, customers, 'add Frank Ortiz', 'add Frank Miller')
    const question = await asked(team, ana, customers, '/person note frank likes jazz')
    const [value = ''] = valuesIn(question)
    const reply = await told(team, ben, () =>
      forgePress(team, { userId: ben, channelId: customers }, actionIds.pick, value),
    )
    expect(team.slack.visibleText(reply)).toContain('type it again')
    expect(await team.types(ana, customers, '/person find jazz')).toContain('Nothing')
    team.setClock('2026-11-22T16:30:00.000Z')
    const late = await team.slack.as(ana).press(question, 'pick', { value })
    expect(team.slack.visibleText(await late.answer())).toContain('type it again')
  })
})
