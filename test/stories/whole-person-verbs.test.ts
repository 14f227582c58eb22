import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import type { Team } from '../support/team.js'

/** What is typed, what the reply says besides, and what `find` then finds by a word of it. */
const verbs = [
  ['situation frank lease costs; one vendor for both', ['going on for Frank Ortiz'], 'vendor'],
  [
    'trigger frank 1 march 2027: lease ends',
    ['on Monday 1 March 2027', 'lease ends', 'I bring it up on Fri 29 Jan and on Mon 22 Feb.'],
    'lease',
  ],
  [
    'promise frank by friday: send the sample',
    ['You promised Frank Ortiz, by Friday 27 November', 'send the sample', 'on Fri 27 Nov'],
    'sample',
  ],
  [
    'promise frank by 29 nov: send the sample',
    ['by Sunday 29 November', 'I bring it up on Fri 27 Nov'],
    'sample',
  ],
  ['promise frank: visit the plant', ['without a day', 'I will not ask'], 'visit'],
  [
    'step frank by 12 dec: measures the ceiling height',
    ['The next step of Frank Ortiz, by Saturday 12 December'],
    'ceiling',
  ],
  ['date frank 14 march: birthday', ['every year on 14 March', 'birthday'], 'birthday'],
  ['date frank 1 june 2027: the hall opens', ['on Tuesday 1 June 2027'], 'opens'],
  ['ask frank what would his crew miss most?', ['To ask Frank Ortiz', '/person answered'], 'crew'],
] as const

const find = (team: Team, userId: string, word: string) =>
  team.types(userId, team.customers, `/person find ${word}`)

describe.each(verbs)('%s', (line, said, word) => {
  it('is kept, found, and gone after undo', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    const reply = await team.types(ana, customers, `/person ${line}`)
    for (const words of [...said, '/person undo']) expect(reply).toContain(words)
    expect(reply).not.toMatch(/Seen by|Only you/)
    expect(await find(team, ben, word)).toContain('Frank Ortiz')
    expect(await team.types(ana, customers, '/person undo')).toMatch(/Taken back.*Frank Ortiz/)
    expect(await find(team, ana, word)).toContain('Nothing found')
    withoutProblems(team)
  })

  it('stays with those who read where it was typed', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, quiet } = team
    const dm = team.slack.places.dm(ana).id
    for (const [place, seenBy] of [
      [quiet, /Seen by the members of .*quiet/],
      [dm, /Only you can see this: it was typed in a DM/],
    ] as const) {
      const kept = await asked(team, ana, place, `/person ${line}`)
      expect(reads(team, kept)).toMatch(seenBy)
      expect(await find(team, ana, word)).toContain('Frank Ortiz')
      expect(await find(team, ben, word)).toContain('Nothing found')
      await pressed(team, ana, kept, 'Show it to all who see them')
      expect(await find(team, ben, word)).toContain('Frank Ortiz')
      await types(team, ana, place, 'undo', 'undo')
      expect(await find(team, ana, word)).toContain('Nothing found')
    }
    withoutProblems(team)
  })
})

describe('what has no words of its own', () => {
  it('prefers: the card says it until undo, and a narrower place does not change it', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, quiet } = team
    const card = () => team.types(ben, customers, '/person frank')
    const before = await card()
    expect(await team.types(ana, customers, '/person prefers frank a call after 5')).toMatch(
      /how Frank Ortiz likes to be reached.*a call after 5/s,
    )
    expect(await card()).toContain('a call after 5')
    const narrower = await team.types(ana, quiet, '/person prefers frank a secret knock')
    expect(narrower).toMatch(/More people know Frank Ortiz.*#customers.*a secret knock/s)
    expect(await card()).not.toContain('knock')
    const long = await team.types(ana, customers, `/person prefers frank ${'long '.repeat(50)}`)
    expect(long).toMatch(/longer than the 200 letters.*\/person prefers.*long long/s)
    await types(team, ana, customers, 'undo')
    expect(await card()).toBe(before)
    withoutProblems(team)
  })

  it('tie: both cards show it to those who may see both, until undo', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, quiet } = team
    const dm = team.slack.places.dm(ana).id
    await types(team, ana, customers, 'add Susan Bell, COO at Acme Lighting')
    await types(team, ana, quiet, 'add Vera Hall, auditor at Acme Lighting')
    const card = (who: string, userId = ben) => team.types(userId, customers, `/person ${who}`)
    const [frank, susan] = [await card('frank'), await card('susan')]

    const reply = await team.types(ana, customers, '/person tie frank reports to susan')
    expect(reply).toContain('Frank Ortiz reports to Susan Bell. Both cards show it.')
    expect(reply).not.toContain('Seen by')
    expect(await card('frank')).toContain('Susan Bell')
    expect(await card('susan')).toContain('Frank Ortiz')
    await types(team, ana, customers, 'undo')
    expect([await card('frank'), await card('susan')]).toEqual([frank, susan])

    expect(await team.types(ana, dm, '/person tie frank married to susan')).toContain('Only you')
    expect(await team.types(ana, customers, '/person tie frank listens to vera')).toMatch(
      /Frank Ortiz listens to Vera Hall.*Seen by those who may see #quiet/s,
    )
    expect([await card('frank'), await card('susan')]).toEqual([frank, susan])
    expect(await card('frank', ana)).toMatch(/Susan Bell.*Vera Hall|Vera Hall.*Susan Bell/s)
    withoutProblems(team)
  })
})
