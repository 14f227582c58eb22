import { describe, expect, it } from 'vitest'
import { asked, handedIn, opened, pressed, sentBack, types, words } from '../support/doing.js'
import { forgePress } from '../support/forging.js'
import { directOf, filesShown } from '../support/handed.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import { filledWith, quotable, quotes, wordsOn } from '../support/quoting.js'
import { aTeam, type Team } from '../support/team.js'

const said = async (team: Team, topic: string, userId = team.ben): Promise<string> =>
  reads(team, await wordsOn(team, topic, userId))
const nobody = 'Nobody has been quoted on'

describe('what somebody said', () => {
  it('is shown without names before anybody may read it, and then read by everybody', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await types(team, ana, customers, 'add Susan Bell, buyer at Globex')
    const form = await quotable(
      team,
      "frank Susan Bell's people and mine at ACME hate the light, ask Rodrigo or frank@acme.example #feeling",
    )
    expect(filledWith(form, 'text')).toBe('… people and mine at … hate the light, ask … or …')
    expect(filledWith(form, 'role')).toBe('facilities')
    expect(JSON.stringify(form.blocks)).toContain(
      'Everybody in this workspace may read these words then, without a name.',
    )
    expect(await said(team, 'light')).toContain(nobody)
    const allowed = await handedIn(team, ana, form, { text: 'My people hate the light, as Frank says' })
    expect(allowed).toContain('My people hate the light, as … says')
    const read = await said(team, 'light')
    expect(read).toContain('My people hate the light, as … says')
    expect(read).toContain('Somebody who looks after buildings, November 2026 #feeling')
    for (const who of ['Frank', 'Ortiz', 'Acme', 'Susan', ana, 'Ana']) expect(read).not.toContain(who)
    expect(
      await words(team, ben, () => team.slack.as(ben).say(directOf(team, ben), 'words lig hate')),
    ).toContain('My people hate')
    withoutProblems(team)
  })

  it('stands there with nothing of whoever said it, where that is chosen', async () => {
    const team = await aTeamWithFrank()
    await handedIn(team, team.ana, await quotable(team, 'frank the light is cold'), { role: '-' })
    expect(await said(team, 'light')).toContain('Somebody, November 2026')
  })

  it('can be quoted wherever it was said, a private channel too, by whoever wrote it down', async () => {
    const team = await aTeam()
    const { ana, quiet } = team
    await types(team, ana, quiet, 'add Lily Chen, Chief Llama Whisperer at Initech')
    await quotes(team, 'lily we at initech like warm light', ana, quiet)
    const read = await said(team, 'warm')
    expect(read).toContain('we at … like warm light')
    expect(read).toContain('Somebody, November 2026')
    for (const who of ['Lily', 'Initech', 'initech', 'Llama']) expect(read).not.toContain(who)
  })

  it('is asked about on its own form too, and taken back there', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'heard frank the light is cold')
    const more = async () => pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    const entry = await opened(team, ana, await more(), 'Edit', { nth: 0 })
    expect(JSON.stringify(entry.blocks)).toContain('May be quoted')
    const view = await (await team.slack.as(ana).press(entry, 'May be quoted')).modal()
    expect(filledWith(view, 'text')).toBe('the light is cold')
    await team.slack.as(ana).submit(view, {})
    expect(await said(team, 'light')).toContain('the light is cold')
    const again = await opened(team, ana, await more(), 'Edit', { nth: 0 })
    expect(JSON.stringify(again.blocks)).toContain('As it is quoted')
    const quoted = await (await team.slack.as(ana).press(again, 'As it is quoted')).modal()
    await team.slack.as(ana).press(quoted, 'No longer quoted')
    await team.slack.until(async () => (await said(team, 'light')).includes(nobody))
    withoutProblems(team)
  })

  it('is quoted no longer once it is taken back, put right or removed; undo brings it back', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const kept = await asked(team, ana, customers, '/person heard frank the light is cold')
    const form = await opened(team, ana, kept, 'May be quoted')
    await handedIn(team, ana, form, {})
    expect(await team.types(ana, customers, '/person undo')).toContain(
      'Taken back: your word on quoting Frank Ortiz',
    )
    expect(await said(team, 'light')).toContain(nobody)
    await handedIn(team, ana, await opened(team, ana, kept, 'May be quoted'), {})
    const quoted = await pressed(team, ana, kept, 'May be quoted')
    expect(reads(team, quoted)).toContain('You let it be quoted.')
    expect(reads(team, await pressed(team, ana, quoted, 'No longer quoted'))).toContain('quoted no longer')
    expect(await said(team, 'light')).toContain(nobody)
    await types(team, ana, customers, 'undo')
    expect(await said(team, 'light')).toContain('the light is cold')

    const more = async () => pressed(team, ben, await asked(team, ben, customers, '/person frank'), 'More')
    const entry = await opened(team, ben, await more(), 'Edit', { nth: 0 })
    expect(JSON.stringify(entry.blocks)).not.toContain('quoted')
    await handedIn(team, ben, entry, { text: 'the light is colder' })
    expect(await said(team, 'light')).toContain(nobody)
    await types(team, ben, customers, 'undo')
    expect(await said(team, 'light')).toContain('the light is cold')
    await pressed(team, ben, await more(), 'Remove', { nth: 0 })
    expect(await said(team, 'light')).toContain(nobody)
    expect(slack.problems).toEqual([])
  })

  it('that was put right while its form was open is not quoted as it was', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    const form = await quotable(team, 'frank the light is cold')
    const more = await pressed(team, ben, await asked(team, ben, customers, '/person frank'), 'More')
    await handedIn(team, ben, await opened(team, ben, more, 'Edit', { nth: 0 }), {
      text: 'the light is warm',
    })
    expect(await handedIn(team, ana, form, {})).toContain(
      'Somebody changed Frank Ortiz while the form was open',
    )
    expect(await said(team, 'light')).toContain(nobody)
  })

  it('without names has to say something still, and not too much', async () => {
    const team = await aTeamWithFrank()
    const form = await quotable(team, 'frank the light is cold')
    expect(await sentBack(team, team.ana, form, { text: '  ' })).toEqual({
      text: 'Which of their words may be read?',
    })
    expect(await sentBack(team, team.ana, form, { text: 'light '.repeat(400) })).toEqual({
      text: 'At most 2000 letters of them.',
    })
    expect(await handedIn(team, team.ana, form, { text: 'Frank Ortiz, frank@acme.example' })).toContain(
      'nothing is left of these words',
    )
  })
})

describe('nobody but whoever wrote it down', () => {
  it('is offered to let it be quoted, or can by a forged press', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, ben, gus, pia, customers, shared, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz, facilities manager at Acme Lighting')
    const kept = await asked(team, ana, customers, '/person heard frank the light is cold')
    const [, noteId = ''] = /"action_id":"quote","value":"([^"]+)"|"value":"([^"]+)","action_id":"quote"/
      .exec(JSON.stringify(kept.blocks))
      ?.filter((part) => part !== undefined) ?? ['', '']
    expect(noteId).not.toBe('')
    const told = await words(team, ben, () =>
      forgePress(team, { userId: ben, channelId: customers }, 'quote', noteId),
    )
    expect(told).toContain('Only whoever wrote down what Frank Ortiz said can let it be quoted.')
    await handedIn(team, ana, await opened(team, ana, kept, 'May be quoted'), {})
    expect(
      await words(team, ben, () =>
        forgePress(team, { userId: ben, channelId: customers }, 'unquote', noteId),
      ),
    ).toContain('Only whoever wrote down')
    for (const userId of [gus, pia])
      await forgePress(
        team,
        { userId, channelId: shared, ...(userId === pia ? { teamId: 'TOTHER' } : {}) },
        'unquote',
        noteId,
      )
    for (const value of ['', 'nothing', `note:${noteId}`, '../../1'])
      expect(
        await words(team, ana, () => forgePress(team, { userId: ana, channelId: customers }, 'quote', value)),
      ).toContain('no longer there')
    expect(await said(team, 'light')).toContain('the light is cold')
    expect(
      slack
        .seenBy(gus, shared)
        .map((seen) => slack.visibleText(seen))
        .join(),
    ).not.toContain('cold')
  })

  it('knows that words are there whose person they cannot see', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, ben, quiet, customers } = team
    await types(team, ana, quiet, 'add Lily Chen, buyer at Initech')
    const kept = await asked(team, ana, quiet, '/person heard lily warm light')
    const noteId =
      /"value":"([^"]+)"/.exec(JSON.stringify(kept.blocks).split('"May be quoted"')[1] ?? '')?.[1] ?? ''
    const told = await words(team, ben, () =>
      forgePress(team, { userId: ben, channelId: customers }, 'quote', noteId),
    )
    expect(told).toContain('no longer there')
    expect(told).not.toContain('Lily')
  })

  it('can press on in the pages of another: guests and outsiders read nothing', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, ben, gus, customers } = team
    await types(team, ana, customers, 'add Frank Ortiz, facilities manager at Acme Lighting')
    for (let n = 0; n < 9; n++) await quotes(team, `frank the light is cold, time ${'again '.repeat(n)}`)
    const first = await wordsOn(team, 'light', ana, customers)
    const draftId = /"value":"([^":]+):8"/.exec(JSON.stringify(first.blocks))?.[1] ?? ''
    expect(draftId).not.toBe('')
    for (const [action, value] of [
      ['words-page', `${draftId}:0`],
      ['words-export', draftId],
    ] as const)
      expect(
        await words(team, ben, () => forgePress(team, { userId: ben, channelId: customers }, action, value)),
      ).not.toContain('cold')
    expect(await team.types(gus, customers, '/person words light')).toContain('full members')
    expect([...filesShown(team, ben), ...filesShown(team, gus)]).toEqual([])
  })
})
