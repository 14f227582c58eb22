import { describe, expect, it } from 'vitest'
import { formIds } from '../../src/slack/action-ids.js'
import { asked, handedIn, opened, pressed, sentBack, types } from '../support/doing.js'
import { forgeForm } from '../support/forging.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'
import { aTeam } from '../support/team.js'

describe('the card before a meeting', () => {
  it('shows what every command of the whole person did, and no more of it after an undo', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Susan Reyes, CFO at Acme Lighting')
    for (const [line, said] of [
      ['situation frank lease and energy costs', 'Going on for them: lease and energy costs'],
      ['trigger frank 1 march 2027: lease ends', 'Ahead: lease ends on 1 March 2027, in 100 days'],
      ['promise frank by 2026-11-27: send the sample', 'You promised, due on Fri 27 Nov: send the sample'],
      [
        'step frank by 2026-12-12: measures the ceiling',
        'Their step, due on Sat 12 Dec: measures the ceiling',
      ],
      ['date frank 3 december: birthday', 'Next: birthday in 12 days (3 December)'],
      ['ask frank what would his crew miss most?', 'To ask: what would his crew miss most?'],
      ['prefers frank text', 'How they like to be reached: text'],
      ['tie frank reports to susan', 'Reports to Susan Reyes'],
      ['heard frank the roof leaks', 'They said today: “the roof leaks”'],
      [
        'met frank yesterday: walked the plant',
        'You met them yesterday: walked the plant · a year: ▁▁▁▁▁▁▁▁▁▁▁▃',
      ],
    ] as const) {
      const before = await show(team)
      await types(team, ana, customers, line)
      const after = await show(team)
      expect(after.split('\n'), line).toContain(said)
      await types(team, ana, customers, 'undo')
      expect(await show(team), `${line}, undone`).toBe(before)
      await types(team, ana, customers, line)
      expect(await show(team), `${line}, again`).toBe(after)
    }
    expect(await show(team, 'susan reyes')).toContain('Frank Ortiz reports to them')
    const lines = (await show(team)).split('\n').filter((line) => !/^\[.*\]$/.test(line))
    expect(lines).toHaveLength(12)
    withoutProblems(team)
  })

  it('goes from what it shows to what one does next, and back', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const card = await asked(team, ana, customers, '/person frank')
    const labels = reads(team, card).match(/\[.*\]/g)
    expect(labels).toEqual(['[Talked]', '[Note]', '[Promise]', '[Edit]', '[More]'])
    const more = await pressed(team, ana, card, 'More')
    expect(reads(team, more)).toContain('facilities manager at Acme Lighting')
    withoutProblems(team)
  })
})

describe('Note on a card', () => {
  it.each([
    ['note', 'Noticed today: likes jazz'],
    ['heard', 'They said today: “likes jazz”'],
    ['situation', 'Going on for them: likes jazz'],
  ])('keeps a %s', async (kind, said) => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const form = await opened(team, ana, await asked(team, ana, customers, '/person frank'), 'Note')
    expect(await sentBack(team, ana, form, { kind, text: '   ' })).toEqual({ text: expect.any(String) })
    expect(await handedIn(team, ana, form, { kind, text: 'likes jazz' })).toContain('likes jazz')
    expect(await show(team)).toContain(said)
    await types(team, ana, customers, 'undo')
    expect(await show(team)).not.toContain('likes jazz')
    withoutProblems(team)
  })
})

describe('Promise on a card', () => {
  it('keeps what we promised, with its day, and their step, with none', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    const form = async () => opened(team, ana, await asked(team, ana, customers, '/person frank'), 'Promise')
    const said = await handedIn(team, ana, await form(), {
      kind: 'promise',
      text: 'send the sample',
      'due-on': '2026-11-27',
    })
    expect(said).toContain('send the sample')
    await handedIn(team, ana, await form(), { kind: 'step', text: 'measures the ceiling' })
    const card = await show(team, 'frank', ben)
    expect(card).toContain('@ana promised, due on Fri 27 Nov: send the sample')
    expect(card).toContain('Their step: measures the ceiling')
    withoutProblems(team)
  })

  it('says at the field that a day is over, and keeps what was typed there', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const form = await opened(team, ana, await asked(team, ana, customers, '/person frank'), 'Promise')
    const typed = { kind: 'promise', text: 'send the sample' }
    expect(await sentBack(team, ana, form, { ...typed, 'due-on': '2026-11-20' })).toEqual({
      'due-on': expect.stringContaining('over'),
    })
    expect(await sentBack(team, ana, form, { ...typed, text: ' ' })).toEqual({ text: expect.any(String) })
    expect(await show(team)).not.toContain('promised')
    await handedIn(team, ana, form, { ...typed, 'due-on': '2026-11-21' })
    expect(await show(team)).toContain('You promised, due today: send the sample')
    withoutProblems(team)
  })

  it('handed in twice counts once', async () => {
    const team = await aTeam({ mode: 'http' })
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Ortiz')
    const form = await opened(team, ana, await asked(team, ana, customers, '/person frank'), 'Promise')
    const handIn = () => {
      const metadata = String(form.body.private_metadata)
      const forger = { userId: ana, channelId: customers }
      return forgeForm(team, forger, formIds.promise, metadata, { text: 'send the sample' })
    }
    await Promise.all([handIn(), handIn()])
    expect((await show(team)).split('send the sample')).toHaveLength(2)
    await types(team, ana, customers, 'undo')
    expect(await show(team)).not.toContain('send the sample')
  })
})
