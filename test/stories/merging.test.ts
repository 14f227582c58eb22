import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'
import { merges, unmerges } from '../support/merging.js'

describe('two people who are one', () => {
  it('are shown beside each other, made one by a press, and undone', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await types(team, ana, customers, 'add Francis Ortiz, buyer at Acme francis@acme.example')
    await types(team, ben, customers, 'note francis plays the trumpet', 'called francis: the lease')
    const before = [await show(team), await show(team, 'francis')]
    const question = await asked(team, ana, customers, '/person merge frank and francis')
    const text = reads(team, question)
    expect(text).toMatch(
      /Stays: Frank Ortiz, facilities manager at Acme Lighting.*Owner: you.*one thing is known/s,
    )
    expect(text).toMatch(/Goes into them: Francis Ortiz, buyer at Acme.*3 things are known/s)
    expect(text).toContain('Taken over: francis@acme.example')
    expect([await show(team), await show(team, 'francis')]).toEqual(before)
    const done = await pressed(team, ana, question, 'Make them one')
    expect(reads(team, done)).toMatch(/Francis Ortiz and Frank Ortiz are one person now: Frank Ortiz/)
    expect(await show(team)).toMatch(/the lease.*trumpet|trumpet.*the lease/s)
    expect(await show(team, 'find trumpet')).toContain('Frank Ortiz')
    expect(await show(team, 'at acme')).toContain('Frank Ortiz')
    expect(await show(team, 'francis')).toContain('nobody called')
    expect(await show(team, 'francis@acme.example')).toContain('Frank Ortiz')
    expect(await show(team, 'undo')).toMatch(/Taken back: the merging of/)
    expect([await show(team), await show(team, 'francis')]).toEqual(before)
    withoutProblems(team)
  })

  it('may be turned round before, or left as they are', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Francis Ortiz')
    const question = await asked(team, ana, customers, '/person merge francis into frank')
    expect(reads(team, question)).toMatch(/Stays: Frank Ortiz/)
    const turned = await pressed(team, ana, question, 'Keep Francis Ortiz instead')
    expect(reads(team, turned)).toMatch(/Stays: Francis Ortiz/)
    expect(reads(team, await pressed(team, ana, turned, 'Leave them as two'))).toContain('Nothing changed')
    expect(await show(team)).toContain('Frank Ortiz')
    expect(await merges(team, 'francis & frank')).toContain('one person now: Francis Ortiz')
    expect(await show(team, 'frank@acme.example')).toContain('Francis Ortiz')
    withoutProblems(team)
  })

  it('are picked where several fit, and a near miss is never used without a press', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Miller', 'add Francis Ortiz')
    const first = await asked(team, ana, customers, '/person merge frank and francs')
    expect(reads(team, first)).toContain('Which frank do you mean')
    const second = await pressed(team, ana, first, /Frank Ortiz/)
    expect(reads(team, second)).toMatch(/nobody called “francs”.*Francis Ortiz/s)
    expect(reads(team, second)).not.toContain('Add “')
    const both = await pressed(team, ana, second, /Francis Ortiz/)
    expect(reads(team, both)).toMatch(/Stays: Frank Ortiz.*Goes into them: Francis Ortiz/s)
    const near = await asked(team, ana, customers, '/person merge frnacis and frank miller')
    expect(reads(team, near)).toMatch(/nobody called “frnacis”/)
    expect(reads(team, near)).not.toContain('Add “')
    expect(reads(team, await pressed(team, ana, near, /Francis Ortiz/))).toMatch(
      /Stays: Francis Ortiz.*Goes into them: Frank Miller/s,
    )
    withoutProblems(team)
  })

  it('are refused with the next command where they are not two, not one, or not the asker’s', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await types(team, ben, customers, 'add Francis Ortiz')
    expect(await show(team, 'merge frank and frank ortiz')).toMatch(/Frank Ortiz twice.*\/person merge/s)
    expect(await show(team, 'merge frank and francis')).toMatch(/Only the owner of Francis Ortiz/)
    expect(await show(team, 'merge frank and francis', ben)).toMatch(/Only the owner of Frank Ortiz/)
    expect(await show(team, 'merge frank and')).toMatch(
      /Who is the same person as frank.*\/person merge frank and susan/s,
    )
    expect(await show(team, 'merge frank')).toMatch(/Who is the same person as Frank Ortiz/)
    expect(await show(team, 'merge frank and zorro')).toContain('nobody called “zorro”')
    expect(await show(team, 'merge zorro and frank')).toContain('nobody called “zorro”')
    expect(await show(team, 'merge')).toMatch(/nobody of yours twice.*\/person merge frank and francis/s)
    expect(await show(team, 'unmerge frank')).toMatch(/Nobody that you may see was merged.*\/person merge/s)
    await types(team, ana, customers, `add <@${team.gus}> Gus One`, `add <@${team.pia}> Pia Two`)
    expect(await show(team, 'merge gus one and pia two')).toMatch(
      /two people, so nothing changed.*edit Pia Two/s,
    )
    withoutProblems(team)
  })

  it('are found by what they share, with the reason', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const same = await asked(team, ana, customers, '/person add F. Ortiz frank@acme.example')
    expect(reads(team, same)).toMatch(/The address is the same/)
    await pressed(team, ana, same, 'No, somebody else')
    const name = await asked(team, ana, customers, '/person add Frank Ortiz, buyer at Acme Lighting Inc.')
    expect(reads(team, name)).toMatch(/The name is the same/)
    await pressed(team, ana, name, 'No, somebody else')
    await types(team, ana, customers, 'add Susan Bell, COO at Acme Lighting')
    const list = await asked(team, ana, customers, '/person merge')
    expect(reads(team, list)).toMatch(/Both are reached at frank@acme.example/)
    expect(reads(team, list)).toMatch(/one name and are both at Acme Lighting/)
    expect(reads(team, list)).not.toContain('Susan')
    const both = await pressed(team, ana, list, 'Look at both', { near: 'frank@acme.example' })
    expect(reads(team, both)).toMatch(/Stays: .*Ortiz/)
    await pressed(team, ana, both, 'Make them one')
    const left = await asked(team, ana, customers, '/person merge')
    expect(reads(team, left)).toContain('These two may be one person')
    withoutProblems(team)
  })
})

describe('somebody who was merged', () => {
  it('is given back months later, with what is theirs of what came since', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await types(team, ana, customers, 'add Francis Ortiz, buyer at Acme francis@acme.example')
    await types(team, ana, customers, 'note francis plays the trumpet', 'every francis 3 weeks')
    const francis = await show(team, 'francis')
    await merges(team, 'frank and francis')
    await types(team, ana, customers, 'note frank sings', 'promise frank: send the sample')
    await types(team, ben, customers, 'called frank: about the roof')
    team.setClock('2027-03-05T16:00:00.000Z')
    expect(await show(team, 'undo')).toContain('more than a day')
    const question = await unmerges(team, 'frank')
    expect(reads(team, question)).toMatch(
      /You merged Francis Ortiz into Frank Ortiz.*3 things that you can see came since/s,
    )
    const done = await pressed(team, ana, question, 'All stays with Frank Ortiz')
    expect(reads(team, done)).toContain('are two people again')
    const card = await show(team)
    expect(card).toMatch(/roof/)
    expect(card).not.toContain('trumpet')
    expect(card).not.toContain('francis@acme.example')
    const given = await show(team, 'francis')
    for (const part of ['buyer at Acme', 'plays the trumpet', 'francis@acme.example', '3 weeks'])
      expect([francis, given].every((each) => each.includes(part))).toBe(true)
    expect(given).not.toContain('sings')
    expect(await show(team, 'find trumpet')).toContain('Francis Ortiz')
    expect(await show(team, 'undo')).toContain('the taking apart of')
    expect(await show(team, 'francis')).toContain('nobody called')
    expect(await show(team)).toContain('francis@acme.example')
    withoutProblems(team)
  })
})
