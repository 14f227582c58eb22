import { describe, expect, test } from 'vitest'
import type { Meaning } from '../../../src/app/reactions/log-reaction.js'
import type { Reply } from '../../../src/slack/answer.js'
import type { ViewContext } from '../../../src/slack/views/context.js'
import * as saved from '../../../src/slack/views/saved-views.js'
import { ana, ben, contact, ctx, frank, inPublic, noAsides, note, role, roleLeft } from './known.js'
import { pressables } from './reading.js'

const lines = ({ text }: Reply): string[] => text.split('\n')
const kept = (context: ViewContext, differing = {}) =>
  saved.keptView(
    { person: frank(differing), note: note({ home: context.place.home }), firstTender: false, sameFor: [] },
    context,
  )

describe('what was saved', () => {
  test('names the person, says what was kept, and how to take it back', () => {
    expect(lines(kept(ctx()))).toEqual([
      'Kept word for word, as Frank Ortiz said it:',
      '“my daughter starts at Ohio State”',
      '`/person undo` takes it back.',
    ])
  })

  test('introduces somebody, and says when they come up', () => {
    const person = frank({ firstDueOn: '2026-12-24' })
    const reply = saved.introducedView(person, 'facilities manager at Acme Lighting', ctx(), 'a1')
    expect(lines(reply)).toEqual([
      'Good to know Frank Ortiz, facilities manager at Acme Lighting.',
      'Reached at frank@acme.example.',
      'Nobody has spoken with them yet. They come up on Thu 24 Dec.',
      'When they tell you something: `/person heard Frank Ortiz: my daughter starts at Ohio State`',
      '`/person undo` takes it back.',
    ])
    expect(pressables(reply)).toEqual([{ label: 'Undo', actionId: 'undo', value: 'a1' }])
  })

  test('keeps a place for somebody without a name', () => {
    const someone = frank({ name: 'Someone', offstage: true, rhythm: 'never', addresses: [] })
    expect(saved.introducedView(someone, 'CFO at Acme', ctx(), null).text).toContain(
      'I will keep a place for Someone, CFO at Acme. Once you know the name: `/person add Dana Cho, CFO at Acme`',
    )
  })

  test('logs a contact, the words in it, and when they come up next', () => {
    const interaction = contact({ text: 'walked the plant, "my back hurts"' })
    const reply = saved.loggedView(
      {
        person: frank(),
        interaction,
        heard: [note({ kind: 'heard', text: 'my back hurts' })],
        dueOn: '2026-12-15',
        asides: noAsides,
      },
      ctx(),
    )
    expect(lines(reply)).toEqual([
      'You met Frank Ortiz 60 days ago:',
      '“walked the plant, "my back hurts"”',
      'Kept as their own words too: “my back hurts”',
      'They come up on Tue 15 Dec.',
      '`/person undo` takes it back.',
    ])
  })

  test('says what not to write, the first time that it is tender', () => {
    const tender = {
      person: frank(),
      note: note({ kind: 'note', text: 'a bad back #body' }),
      firstTender: true,
      sameFor: [],
    }
    expect(saved.keptView(tender, ctx()).text).toContain('health, religion, politics or sex life')
    expect(kept(ctx()).text).not.toContain('health')
  })

  test('changes a rhythm, a role, an owner', () => {
    const rhythm = { every: 3, unit: 'week' } as const
    expect(lines(saved.rhythmView({ person: frank(), rhythm, dueOn: '2026-12-15' }, ctx()))[0]).toBe(
      'You mean to be in touch with Frank Ortiz every 3 weeks. They come up on Tue 15 Dec.',
    )
    expect(lines(saved.rhythmView({ person: frank(), rhythm: 'never', dueOn: null }, ctx()))[0]).toBe(
      'I will not bring up Frank Ortiz any more. `/person every Frank Ortiz 3 weeks` changes that.',
    )
    const taken = { title: 'VP operations', company: 'Globex', sinceOn: '2026-11-01' }
    expect(
      lines(saved.roleTakenView({ person: frank(), role: role(taken), closed: role() }, ctx())).slice(0, 2),
    ).toEqual([
      'Frank Ortiz is VP operations at Globex now, since 1 November.',
      'Before that: facilities manager at Acme Lighting.',
    ])
    const left = saved.roleLeftView(roleLeft(), ctx())
    expect(lines(left)[0]).toBe('Frank Ortiz is no longer facilities manager at Acme Lighting, since today.')
    expect(saved.handedView(frank(), ben, ctx()).text).toContain('<@U0BEN> looks after Frank Ortiz now.')
    expect(saved.handedView(frank(), ana, ctx()).text).toContain('You look after Frank Ortiz now.')
  })

  test('says what was taken back, and that more can be', () => {
    const act = {
      id: 'a1',
      seq: 1,
      kind: 'met',
      by: ana,
      at: '',
      place: 'channel:C1',
      personId: 'p-frank',
      partOf: null,
      undoneBy: null,
    } as const
    const people = [{ id: 'p-frank', name: 'Frank Ortiz', role: '' }]
    expect(lines(saved.takenBackView({ act, more: false, people, imported: null }, ctx()))).toEqual([
      'Taken back: meeting Frank Ortiz.',
      '`/person undo` again takes back what you did before that.',
    ])
    const many = Array.from({ length: 8 }, () => people[0] ?? { id: '', name: '', role: '' })
    expect(lines(saved.takenBackView({ act, more: true, people: many, imported: null }, ctx()))[0]).toMatch(
      /Frank Ortiz and 3 more, and what came with it\.$/,
    )
  })

  test.each<[Meaning, boolean, string]>([
    ['called', false, 'Logged: you called Frank Ortiz.'],
    ['met', true, 'Logged: you met Frank Ortiz too. A teammate had it down, and you are in it now.'],
    ['heard', false, 'Kept word for word, as Frank Ortiz said it.'],
    ['note', false, 'Kept as a note about Frank Ortiz.'],
  ])('logs a reaction that means %s', (meaning, joined, words) => {
    const entry = { kind: 'note', id: 'n1', home: inPublic.home, by: ana } as const
    const reply = saved.reactionView(
      { person: frank(), meaning, actId: 'a1', joined, entry, asides: null },
      ctx(),
    )
    expect(lines(reply)[0]).toBe(words)
    const quoting = meaning === 'heard' ? [{ label: 'May be quoted', actionId: 'quote', value: 'n1' }] : []
    expect(pressables(reply)).toEqual([{ label: 'Undo', actionId: 'undo', value: 'a1' }, ...quoting])
  })
})
