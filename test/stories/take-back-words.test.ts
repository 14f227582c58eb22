import { describe, expect, it } from 'vitest'
import { pressed, types, words } from '../support/doing.js'
import { forgePress } from '../support/forging.js'
import { reads } from '../support/knowing-frank.js'
import { quotes, wordsOn } from '../support/quoting.js'
import { aTeam, type Team } from '../support/team.js'

const noLonger = '[No longer quoted]'
/** Ana has let be quoted what Lily said in #quiet, and does not read there any more. */
const aTeamThatQuotesLily = async (): Promise<Team> => {
  const team = await aTeam({ mode: 'http' })
  const { ana, ben, quiet, slack } = team
  slack.places.join(quiet, ben)
  await slack.idle()
  await types(team, ana, quiet, 'add Lily Chen, buyer at Initech')
  await quotes(team, 'lily the light is cold', ana, quiet)
  slack.places.leave(quiet, ana)
  await slack.idle()
  return team
}
const noteIn = (message: unknown): string =>
  /"action_id":"unquote","value":"([^"]+)"/.exec(JSON.stringify(message))?.[1] ??
  /"value":"([^"]+)","action_id":"unquote"/.exec(JSON.stringify(message))?.[1] ??
  'none'

describe('words TOPIC', () => {
  it('lets whoever let it be quoted take it back, also where they read no more what it was said in', async () => {
    const team = await aTeamThatQuotesLily()
    const { ana, ben, customers } = team
    expect(await team.types(ana, customers, '/person lily')).toContain('nobody called')
    const own = await wordsOn(team, 'light', ana, customers)
    expect(reads(team, own)).toContain('the light is cold')
    const answer = reads(team, await pressed(team, ana, own, 'No longer quoted'))
    expect(answer).toContain('These words are quoted no longer.')
    expect(reads(team, await wordsOn(team, 'light', ben))).toContain('Nobody has been quoted')
    const undone = await team.types(ana, customers, '/person undo')
    expect(reads(team, await wordsOn(team, 'light', ben))).toContain('the light is cold')
    for (const text of [answer, undone]) expect(text).not.toMatch(/Lily|Initech/)
    expect(team.slack.problems).toEqual([])
  })

  it('is nobody else’s to take back, also by a forged press', async () => {
    const team = await aTeamThatQuotesLily()
    const { ana, ben, customers } = team
    const noteId = noteIn((await wordsOn(team, 'light', ana, customers)).blocks)
    expect(noteId).not.toBe('none')
    const theirs = await wordsOn(team, 'light', ben, customers)
    expect(reads(team, theirs)).toContain('the light is cold')
    expect(reads(team, theirs)).not.toContain(noLonger)
    expect(noteIn(theirs.blocks)).toBe('none')
    await words(team, ben, () => forgePress(team, { userId: ben, channelId: customers }, 'unquote', noteId))
    expect(reads(team, await wordsOn(team, 'light', ben))).toContain('the light is cold')
  })
})
