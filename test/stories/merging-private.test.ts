import { describe, expect, it } from 'vitest'
import { asked, eventually, handedIn, opened, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'
import { merges, unmerges } from '../support/merging.js'
import { aTeam } from '../support/team.js'

describe('who sees what of two people who are one', () => {
  it('is no more than before: what was known in private stays there, and goes back there', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, quiet } = team
    await types(team, ana, quiet, 'add Francis Ortiz, buyer at Globex francis@secret.example')
    await types(team, ana, quiet, 'note francis is ill at ease', 'prefers francis a call after 5')
    // Typed among all, of somebody whom nobody else knows.
    await types(team, ana, customers, 'note francis plays the trumpet')
    const before = await show(team, 'frank', ben)
    const question = await asked(team, ana, quiet, '/person merge frank and francis')
    const text = reads(team, question)
    expect(text).toMatch(
      /More people know Frank Ortiz than Francis Ortiz.*francis@secret.example.*a call after 5/s,
    )
    expect(text).not.toContain('show that too')
    expect(reads(team, await pressed(team, ana, question, 'Make them one'))).toContain('is not shown')
    expect(await show(team, 'frank', ben)).toBe(before)
    for (const word of ['trumpet', 'ease', 'globex'])
      expect(await show(team, `find ${word}`, ben)).not.toContain('Frank')
    expect(await show(team, 'francis@secret.example', ben)).toContain('nobody')
    expect(await show(team, 'at globex', ben)).not.toContain('Frank')
    const mine = await show(team)
    for (const word of ['trumpet', 'ease', 'Globex']) expect(mine).toContain(word)
    expect(mine).not.toContain('secret.example')
    expect(await show(team, 'unmerge frank', ben)).toContain('Nobody that you may see')
    expect(await show(team, 'unmerge francis', ben)).not.toContain('[Frank Ortiz')
    // By the name that is gone, whoever merged them finds the way back.
    const offer = await asked(team, ana, customers, '/person unmerge francis')
    expect(reads(team, offer)).toMatch(/nobody called “francis”/)
    const again = await pressed(team, ana, offer, /Frank Ortiz/)
    await pressed(team, ana, again, 'Take apart')
    expect(await show(team, 'francis', ben)).toContain('nobody')
    const theirs = await show(team, 'francis')
    for (const word of ['trumpet', 'ease', 'Globex', 'secret.example']) expect(theirs).toContain(word)
    expect(await show(team, 'frank', ben)).toBe(before)
    withoutProblems(team)
  })

  it('is told when some will see nothing any more, and what was private is shown by a press alone', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, quiet } = team
    await types(team, ana, quiet, 'add Francis Ortiz francis@secret.example')
    await types(team, ben, customers, 'note frank likes jazz')
    const hiding = await asked(team, ana, customers, '/person merge francis and frank')
    expect(reads(team, hiding)).toMatch(/Who knows Frank Ortiz and not Francis Ortiz will see nothing/)
    const turned = await pressed(team, ana, hiding, 'Keep Frank Ortiz instead')
    expect(reads(team, turned)).not.toContain('will see nothing')
    await pressed(team, ana, turned, 'Make them one, and show that too')
    expect(await show(team, 'francis@secret.example', ben)).toContain('Frank Ortiz')
    expect(await show(team, 'frank', ben)).toContain('jazz')
    await types(team, ana, customers, 'undo')
    expect(await show(team, 'francis@secret.example', ben)).toContain('nobody')
    await merges(team, 'francis and frank')
    expect(await show(team, 'frank', ben)).toContain('nobody')
    expect(await show(team, 'find jazz', ben)).toContain('Nothing found')
    await types(team, ana, customers, 'undo')
    expect(await show(team, 'frank', ben)).toContain('jazz')
    withoutProblems(team)
  })

  it('stays with its author where two closed places were needed', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, quiet, slack } = team
    const both = slack.places.add({ name: 'both', kind: 'private', members: [ana, ben] }).id
    await types(team, ana, both, 'add Francis Ortiz')
    await types(team, ana, quiet, 'note francis plays the trumpet')
    await types(team, ben, both, 'note francis sings')
    await merges(team, 'frank and francis')
    expect(await show(team, 'find trumpet')).toContain('Frank Ortiz')
    expect(await show(team, 'find sings', ben)).toContain('Frank Ortiz')
    expect(await show(team, 'find trumpet', ben)).not.toContain('Frank Ortiz')
    await pressed(team, ana, await unmerges(team, 'frank'), 'Take apart')
    expect(await show(team, 'find trumpet')).toContain('Francis Ortiz')
    expect(await show(team, 'find sings', ben)).toContain('Francis Ortiz')
    withoutProblems(team)
  })
})

describe('what came since', () => {
  it('is asked about one by one, page after page', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'add Francis Ortiz')
    await merges(team, 'frank and francis')
    for (let n = 0; n < 6; n++) await types(team, ana, customers, `note frank thing${n}`)
    await types(team, ana, customers, 'role frank VP at Globex', 'tie frank works with susan')
    await types(team, ben, customers, 'met frank: he said "so be it"', 'ask frank why the roof?')
    await types(team, ben, customers, 'trigger frank 1 march 2027: lease ends')
    const question = await unmerges(team, 'frank')
    expect(reads(team, question)).toContain('10 things that you can see came since')
    const form = await opened(team, ana, question, 'Ask me one by one')
    expect(JSON.stringify(form.blocks)).toContain('1 to 8 of 10')
    const run = await slack
      .as(ana)
      .submit(form, { 'whose-0': 'second', 'whose-2': 'second', 'whose-7': 'second' })
    const next = await run.modal()
    expect(JSON.stringify(next.blocks)).toContain('9 to 10 of 10')
    const done = await handedIn(team, ana, next, { 'whose-9': 'second' })
    expect(done).toMatch(/two people again.*4 things that came since went along/s)
    const [frank, francis] = [await show(team), await show(team, 'francis')]
    expect(francis).toContain('1 March 2027')
    expect(francis).toContain('so be it')
    expect(francis).not.toContain('roof')
    expect(frank).toContain('why the roof')
    expect(frank).not.toContain('lease ends')
    await eventually('a second press finds it done', async () =>
      reads(team, await pressed(team, ana, question, /All goes to/)).includes('taken apart already'),
    )
    withoutProblems(team)
  })

  it('goes to the second as a whole by one press, and several merges are told apart', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Francis Ortiz', 'add F. Ortiz, buyer at Acme')
    await merges(team, 'frank and francis')
    await types(team, ana, customers, 'note frank since the first')
    await merges(team, 'frank ortiz and f. ortiz')
    await types(team, ana, customers, 'note frank since the second')
    const which = await unmerges(team, 'frank')
    expect(reads(team, which)).toMatch(
      /Several people were merged into Frank Ortiz.*F. Ortiz.*Francis Ortiz/s,
    )
    const question = await pressed(team, ana, which, /^Francis Ortiz/)
    expect(reads(team, question)).toContain('2 things')
    await pressed(team, ana, question, 'All goes to Francis Ortiz')
    const francis = await show(team, 'francis')
    expect(francis).toContain('since the second')
    expect(francis).toContain('since the first')
    expect(await show(team)).toContain('buyer at Acme')
    const last = await unmerges(team, 'frank and f. ortiz')
    expect(reads(team, last)).toContain('merged F. Ortiz into Frank Ortiz')
    expect(reads(team, await pressed(team, ana, last, 'Leave them as one'))).toContain('Nothing changed')
    await pressed(team, ana, await unmerges(team, 'frank'), 'Take apart')
    expect(await show(team, 'f. ortiz')).toContain('buyer at Acme')
    expect(await show(team)).not.toContain('buyer at Acme')
    withoutProblems(team)
  })

  it('is for those who answer for either, or merged them', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    const zoe = slack.people.add({ name: 'zoe', realName: 'Zoe Admin', standing: 'admin', tz: 'UTC' }).id
    const cat = slack.people.add({ name: 'cat', realName: 'Cat Colleague', tz: 'UTC' }).id
    for (const id of [zoe, cat]) slack.places.join(customers, id)
    await types(team, ana, customers, 'add Frank Ortiz', 'add Frank Miller')
    await types(team, ben, customers, 'add Francis Ortiz')
    await merges(team, 'frank ortiz and francis', { userId: zoe })
    const refused = await show(team, 'unmerge frank ortiz', cat)
    expect(refused).toContain('Only the owner of Frank Ortiz')
    await pressed(team, ben, await unmerges(team, 'frank ortiz', { userId: ben }), 'Take apart')
    expect(await show(team, 'francis')).toContain('Francis Ortiz')
    withoutProblems(team)
  })
})
