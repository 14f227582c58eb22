import { describe, expect, it } from 'vitest'
import { helpLines } from '../../src/slack/views/help-lines.js'
import { asked, opened, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'
import { merges } from '../support/merging.js'
import { aTeam } from '../support/team.js'

describe('what is typed', () => {
  it('an ambiguous date is asked about, and the text goes on with the day that is pressed', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const question = await asked(team, ana, customers, '/person met frank 3/4/2026: saw the *roof*')
    expect(reads(team, question)).toContain('Which day')
    await pressed(team, ana, question, /Apr/)
    const more = await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    expect(reads(team, more)).toContain('saw the *roof*')
    const form = await opened(team, ana, more, 'Edit', { nth: 1 })
    expect(team.slack.visibleText(form)).toContain('2026-04-03')
    withoutProblems(team)
  })

  it('words left after a name are offered as a note, and kept by a press', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const card = await asked(team, ana, customers, '/person frank likes the <!channel> & jazz')
    expect(reads(team, card)).toContain('[Keep as a note]')
    expect(await show(team)).not.toContain('jazz')
    await pressed(team, ana, card, 'Keep as a note')
    expect(await show(team)).toContain('likes the <!channel> & jazz')
    withoutProblems(team)
  })

  it('is repeated in every refusal, with the next command to type', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Miller')
    const gone = team.slack.people.add({ name: 'ghost' }).id
    team.slack.people.deactivate(gone)
    const before = await show(team, 'due')
    for (const line of [
      'met frank ortiz 30 february: the roof & the lease',
      'met frank ortiz 1 december 2030: the roof & the lease',
      'every frank ortiz whenever it suits',
      'home frank ortiz somewhere nice',
      'hand frank ortiz to whoever',
      'left frank ortiz for Globex',
      'role frank ortiz',
      'note frank ortiz',
      `note frank ortiz ${'long '.repeat(2_500)}`,
      `add ${'x'.repeat(201)}, buyer at Initech`,
      `add Somebody New, ${'x'.repeat(201)} at Initech`,
      'add someone',
      'add',
      `add <@${ana}> <@${team.ben}>`,
      'find',
      'role frank ortiz facilities manager at Acme Lighting',
      'left frank miller',
      `hand frank ortiz to <@${gone}>`,
      'home frank ortiz <#C999|ghost>',
    ]) {
      const reply = await show(team, line)
      expect(reply, line).toContain('/person ')
      const typed = line.replace(/<.*/, '').split(' ').slice(1, 12).join(' ').trim()
      if (typed.split(' ').length > 2) expect(reply, line).toContain(typed)
    }
    expect(await show(team, 'due')).toBe(before)
    withoutProblems(team)
  })

  it('may be nothing, or a verb alone, or nonsense: each is answered, and nothing is changed', async () => {
    const team = await aTeam()
    const { customers, ana } = team
    expect(await show(team, '')).toContain('/person add')
    await types(team, ana, customers, 'add Frank Ortiz')
    const before = await show(team, 'due')
    for (const line of [
      ...Object.keys(helpLines),
      '?',
      ':',
      '🙂',
      '<@U1|x>',
      'help nonsense',
      'hello',
      '--',
      '``',
      '/person',
    ]) {
      // One takes back, the others open a form.
      if (['undo', 'settings', 'import', 'read'].includes(line)) continue
      expect((await show(team, line)).length, line).toBeGreaterThan(0)
    }
    expect(await show(team, 'due')).toBe(before)
    withoutProblems(team)
  })

  it('may be any example of the help: each works when it is typed', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'note frank concert')
    await types(team, ana, customers, 'add Susan Mayer, CFO at Acme Lighting', 'add Francis Ortiz')
    for (const [verb, { example, also = [] }] of Object.entries(helpLines)) {
      const help = await show(team, `help ${verb}`)
      for (const each of [example, ...also]) {
        expect(help).toContain(`/person ${each}`)
        const line = each.replace('#channel', `<#${customers}>`).replace('@ana', `<@${ben}>`)
        if (line.startsWith('kept frank:'))
          await types(team, ana, customers, 'promise frank by friday: send the sample')
        if (line.startsWith('unmerge')) await merges(team, 'frank and francis')
        const run = await slack.as(ana).command(customers, `/person ${line}`)
        const outcome = await run.outcome()
        if (outcome === 'original deleted') throw new Error('gone')
        expect(slack.visibleText(outcome), line).not.toMatch(
          /You typed|nobody called|no command|Which one|Which .* mean|there is no/i,
        )
        // Where somebody went who left is a question too, and another is asked further down.
        if (line.startsWith('left')) await types(team, ana, customers, 'answered frank')
      }
    }
    expect(await show(team, 'help')).toContain('/person due')
    withoutProblems(team)
  })

  it('makes the teammate aware, once, of what not to write', async () => {
    const team = await aTeamWithFrank()
    expect(await show(team, 'note frank tired today #body')).toContain('religion')
    expect(await show(team, 'note frank proud #feeling')).not.toContain('religion')
  })
})
