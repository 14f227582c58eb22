import { describe, expect, it } from 'vitest'
import { opened } from '../support/doing.js'
import { aTeamWithFrank, reads, show, withoutProblems } from '../support/knowing-frank.js'

describe('other places to type in', () => {
  it('a DM, without /person, answered in the DM and in its threads', async () => {
    const team = await aTeamWithFrank()
    const { ana, slack } = team
    const dm = slack.places.dm(ana).id
    const card = await (await slack.as(ana).say(dm, 'frank')).reply()
    expect(reads(team, card)).toContain('facilities manager at Acme Lighting')
    const kept = await (await slack.as(ana).say(dm, 'heard frank “my daughter starts at Ohio State”')).reply()
    expect(reads(team, kept)).toContain('Only you')
    const below = await (await slack.as(ana).say(dm, '/person find ohio', { threadTs: kept.ts })).reply()
    expect(below.threadTs).toBe(kept.ts)
    expect(reads(team, below)).toContain('Ohio State')
    const form = await (await slack.as(ana).say(dm, 'edit frank')).reply()
    expect(slack.visibleText(await opened(team, ana, form, 'Open the form'))).toContain('frank@acme.example')
    withoutProblems(team)
  })

  it('a mention, in a channel or a thread, answered there to the author alone', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const root = await slack.as(ben).say(customers, 'How is he?')
    const said = await slack.as(ana).say(customers, `<@${slack.botUserId}> note frank: sounded tired`, {
      threadTs: root.ts,
      raw: true,
    })
    const reply = await said.reply()
    expect(reply).toMatchObject({ isEphemeral: true, threadTs: root.ts })
    expect(await show(team, 'frank', ben)).toContain('sounded tired')
    expect(slack.seenBy(ben, customers).filter((seen) => seen.ts === reply.ts)).toEqual([])
    const before = await slack.as(ana).say(customers, `frank <@${slack.botUserId}>`, { raw: true })
    expect(reads(team, await before.reply())).toContain('Frank Ortiz')
    withoutProblems(team)
  })
})
