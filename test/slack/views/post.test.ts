import { describe, expect, test } from 'vitest'
import type { EntryModel } from '../../../src/app/nudges/post-model.js'
import { postView } from '../../../src/slack/views/post-view.js'
import { ana, ben, entry, today } from './known.js'
import { marked, pressables } from './reading.js'

const digest = (...entries: EntryModel[]) => postView({ kind: 'digest', entries, zoneToTell: null })
const said = (differing: Partial<EntryModel>): string[] => digest(entry(differing)).text.split('\n').slice(1)
const quiet = entry().why[0] as Extract<EntryModel['why'][number], { kind: 'quiet' }>

describe('a digest', () => {
  test('says why now, what they told us, and one question', () => {
    expect(digest(entry()).text.split('\n')).toEqual([
      'People who would be glad to hear from you',
      'Frank Ortiz · facilities manager at Acme Lighting',
      'You last met them 60 days ago; you meant to be in touch every 3 weeks.',
      'What they told you yesterday:',
      '“my daughter starts at Ohio State”',
      'Worth asking: What does a good day at the plant sound like?',
      'They like to be reached by: text',
      '<@U0ANA> looks after them.',
    ])
  })

  test('mentions the owner once, where a mention rings', () => {
    const { blocks } = digest(entry())
    expect(JSON.stringify(blocks).split(ana)).toHaveLength(2)
    expect(marked(blocks)).toEqual(['<@U0ANA> looks after them.'])
  })

  test('says nothing of a contact that may not be told there', () => {
    expect(said({ why: [{ ...quiet, last: null }] })[1]).toBe(
      'Nobody has spoken with them yet; you meant to be in touch every 3 weeks.',
    )
  })

  test('reads as one thought when there are several reasons', () => {
    const role = 'VP operations at Globex'
    const before = 'facilities manager at Acme Lighting'
    const why: EntryModel['why'] = [
      { kind: 'new-role', role, before, sinceOn: '2026-11-01', said: null },
      { kind: 'left', role: before, on: '2026-11-01', said: null },
      quiet,
    ]
    expect(said({ role, why })[1]).toBe(
      'They are new in this role since 1 November; before that, facilities manager at Acme Lighting; and you last met them 60 days ago.',
    )
  })

  test('says what is new of their role', () => {
    expect(said({ why: [{ kind: 'left', role: 'plant engineer', on: '2026-11-20', said: null }] })[1]).toBe(
      'They are no longer plant engineer, since 20 November.',
    )
    const why = [{ kind: 'new-role', role: 'CFO at Globex', before: '', sinceOn: null, said: null }] as const
    expect(said({ why })[1]).toBe('They are CFO at Globex now.')
    expect(postView({ kind: 'role-news', entries: [entry()], zoneToTell: null }).text).toContain(
      'News of people you know',
    )
  })

  test('asks on its last turn whether to let them be', () => {
    const lines = said({ standing: { kind: 'open', lastTurn: true } })
    expect(lines.find((line) => line.includes('longer rhythm'))).toBe(
      'This is the fourth time I ask. A longer rhythm, or let them be? `/person every Frank Ortiz 2 months` or `/person every Frank Ortiz never`',
    )
  })

  test('has the four answers as buttons, with the nudge to be looked up', () => {
    expect(pressables(digest(entry()))).toEqual([
      { label: 'I reached out', actionId: 'nudge-reached-out', value: 'n-frank' },
      { label: 'Later', actionId: 'nudge-later', value: '' },
      { label: 'Not needed', actionId: 'nudge-not-needed', value: 'n-frank' },
      { label: 'Hand over', actionId: 'nudge-hand-over', value: 'n-frank' },
    ])
    const { blocks } = digest(entry())
    for (const value of ['day', 'week', 'month'])
      expect(JSON.stringify(blocks)).toContain(`"n-frank:${value}"`)
  })

  test.each<[EntryModel['standing'], string]>([
    [{ kind: 'moot', contact: { kind: 'called', on: today, by: ben } }, '<@U0BEN> called them today.'],
    [{ kind: 'moot', contact: null }, 'no longer needed.'],
    [{ kind: 'answered', answer: { kind: 'reached-out', by: ben } }, '<@U0BEN> reached out.'],
    [
      { kind: 'answered', answer: { kind: 'later', by: ben, until: '2026-12-01' } },
      '<@U0BEN> said later, so they come back on Tue 1 Dec.',
    ],
    [
      { kind: 'answered', answer: { kind: 'not-needed', by: ben } },
      '<@U0BEN> said that it is not needed now.',
    ],
    [
      { kind: 'answered', answer: { kind: 'handed-over', by: ben, to: ana } },
      '<@U0BEN> handed them over to <@U0ANA>.',
    ],
    [
      { kind: 'answered', answer: { kind: 'handed-over', by: ben, to: ben } },
      '<@U0BEN> looks after them now.',
    ],
  ])('becomes one quiet line: %j', (standing, line) => {
    expect(said({ standing })).toEqual([`Frank Ortiz: ${line}`])
    expect(pressables(digest(entry({ standing })))).toEqual([])
  })

  test('tells the zone that it takes', () => {
    const { text } = postView({ kind: 'digest', entries: [entry()], zoneToTell: 'UTC' })
    expect(text).toContain('so I take UTC for working hours.')
  })
})
