import { describe, expect, it } from 'vitest'
import { asked, eventually, handedIn, opened, pressed, told, types } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'
import { nudgeIn, tuesday } from '../support/nudging.js'
import { allThatIsToldTo } from '../support/secrets.js'

describe('where fewer read than know the person', () => {
  it('“the same Frank” adds a role, and neither an address nor a link', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, quiet } = team
    const before = await allThatIsToldTo(team, ben)
    for (const more of ['f@globex.example', `<@${ben}>`]) {
      const line = `add Frank Ortiz, chairman at Globex ${more}`
      const yes = await pressed(
        team,
        ana,
        await asked(team, ana, quiet, `/person ${line}`),
        /facilities manager/,
      )
      expect(reads(team, yes)).toMatch(/More people know Frank Ortiz than can read here.*\n.*#customers/)
      expect(reads(team, yes)).toContain('add Frank Ortiz, chairman at Globex')
      expect(await show(team)).not.toContain('Globex')
    }
    const role = await asked(team, ana, quiet, '/person add Frank Ortiz, chairman at Globex')
    expect(reads(team, await pressed(team, ana, role, /facilities manager/))).toMatch(/Seen by .*quiet/)
    expect(await show(team)).toContain('chairman at Globex')
    expect(await allThatIsToldTo(team, ben)).toBe(before)
    const line = '/person add Frank Ortiz f@globex.example'
    await pressed(team, ana, await asked(team, ana, customers, line), /Frank Ortiz/)
    expect(await show(team, 'frank', ben)).toContain('f@globex.example')
    withoutProblems(team)
  })

  it('someone offstage gets no name, and has been met by those alone who read of it', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, quiet, slack } = team
    await types(team, ana, customers, 'add someone, CFO at Globex')
    const before = await show(team, 'someone', ben)
    expect(before).toContain('nobody has met them yet')
    const question = await asked(team, ana, quiet, '/person add Dana Cho, CFO at Globex')
    expect(reads(team, await pressed(team, ana, question, /^Yes/))).toContain('More people know Someone')
    await types(team, ana, quiet, 'met someone')
    expect(await show(team, 'someone')).not.toContain('nobody has met them yet')
    expect(await show(team, 'someone', ben)).toBe(before)
    await types(team, ana, quiet, 'undo')
    const said = await slack.as(ana).say(quiet, 'Coffee with Someone')
    const asking = await told(team, ana, () => slack.as(ana).react(quiet, said.ts, 'coffee'))
    await pressed(team, ana, asking, /Someone/)
    expect(await show(team, 'someone', ben)).toBe(before)
    await types(team, ana, customers, 'met someone')
    expect(await show(team, 'someone', ben)).not.toContain('nobody has met them yet')
  })

  it('a reaction and *I reached out* say who will see what was logged, and can be widened', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, general, quiet, slack } = team
    const said = await slack.as(ana).say(quiet, 'Great call with Frank Ortiz today')
    const logged = await told(team, ana, () => slack.as(ana).react(quiet, said.ts, 'telephone_receiver'))
    expect(reads(team, logged)).toMatch(/Seen by the members of .*quiet/)
    expect(await show(team, 'frank', ben)).not.toContain('Great call')
    await pressed(team, ana, logged, /Show it to all/)
    expect(await show(team, 'frank', ben)).toContain('Great call')

    // The bot is not in #general: Ana, who owns Susan, is asked by DM.
    await types(team, ana, general, 'add Susan Bell, CFO at Globex', 'met susan 60 days ago')
    await team.pass(tuesday)
    team.setClock('2026-11-24T17:00:00.000Z')
    const form = await opened(team, ana, nudgeIn(team, slack.places.dm(ana).id), 'I reached out')
    expect(await handedIn(team, ana, form, { text: 'the lease ends in March' })).toMatch(
      /Only you can see this.*\n(.*\n)*.*Show it to all who see them/,
    )
    expect(await team.types(ben, customers, '/person susan')).not.toContain('lease')
    withoutProblems(team)
  })

  it('a contact that was logged there is none for the others, in card, greeting and nudge', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, `hand frank to <@${ben}>`)
    await types(team, ben, customers, 'every frank 3 weeks')
    await types(team, ana, slack.places.dm(ana).id, 'met frank 60 days ago')
    expect(await show(team, 'frank', ben)).toContain('No call or meeting is written down yet')
    expect(await team.types(ben, customers, '/person')).toMatch(
      /Frank Ortiz.*\n.*[Nn]obody has spoken with them/,
    )
    await team.pass(tuesday)
    await eventually('the nudge', async () => team.posts(customers).length > 0)
    expect(team.posts(customers).join()).toContain('Nobody has spoken with them yet')
  })
})
