import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LikelyDouble } from '../../../src/app/merges/likely-doubles.js'
import type { SideBySide } from '../../../src/app/merges/side-by-side.js'
import { cameSinceForm, onOnePage } from '../../../src/slack/views/came-since-form.js'
import { doublePart, doublesView, sideBySideView } from '../../../src/slack/views/merge-view.js'
import { blocksOf } from '../../../src/slack/views/page.js'
import { editPersonForm } from '../../../src/slack/views/person-form.js'
import { mergedView, takenApartView } from '../../../src/slack/views/saved-views.js'
import { takeApartView, whichMergeView } from '../../../src/slack/views/unmerge-view.js'
import { ana, ctx, frank } from './known.js'
import * as odd from './odd-models.js'
import { day, id, markup, noteText, shortText, userId } from './odd-texts.js'
import { blocksText, faultsIn, faultsInForm, marked } from './reading.js'

const taken = fc.record({
  addresses: fc.array(shortText, { maxLength: 12 }),
  slackUserId: fc.option(userId),
  prefers: fc.option(noteText),
  met: fc.boolean(),
})
const side = fc.record({ person: odd.person, role: shortText, entries: fc.nat(400) })
const both = fc.record({
  first: side,
  second: side,
  missing: taken,
  known: fc.boolean(),
  mayTell: fc.boolean(),
  hides: fc.boolean(),
})
const because = fc.oneof(
  fc.record({ kind: fc.constant('address'), address: noteText } as const),
  fc.record({ kind: fc.constant('slack'), slackUserId: userId } as const),
  fc.record({ kind: fc.constant('name-and-company'), company: noteText } as const),
)
const double: fc.Arbitrary<LikelyDouble> = fc.record({
  first: odd.personName,
  second: odd.personName,
  because,
})
const merge = fc.record({
  id,
  personId: id,
  home: fc.constant('channel:C1' as const),
  by: userId,
  at: fc.constant('2026-11-20T15:00:00.000Z'),
  mergedId: id,
  taken,
  second: odd.person,
  on: day,
})
const since = fc.array(fc.record({ kind: fc.constantFrom('note', 'tie'), id } as const), { maxLength: 30 })
const apart = fc.record({ person: odd.person, merge, on: day, since })
const made = fc.record({ first: odd.person, second: odd.person, taken, keptBack: fc.boolean(), actId: id })

describe('whatever two people are called and known for, Slack takes', () => {
  const always = <T>(models: fc.Arbitrary<T>, faults: (model: T) => unknown): void =>
    fc.assert(
      fc.property(models, (model) => {
        expect(faults(model)).toEqual([])
      }),
      { numRuns: 100 },
    )

  test('the two beside each other, and the pairs that may be one', () => {
    always(fc.tuple(both, id, odd.context), (args) => faultsIn(sideBySideView(...args)))
    const doubles = fc.array(double, { maxLength: 10 })
    always(fc.tuple(doubles, odd.context), (args) => faultsIn(doublesView(...args)))
    always(fc.tuple(odd.person, doubles, odd.context), ([person, pairs, context]) =>
      faultsInForm(editPersonForm({ ...person, addresses: [], prefers: null }, '{}', context, pairs)),
    )
  })

  test('what was made one, and what is taken apart', () => {
    always(fc.tuple(made, odd.context), (args) => faultsIn(mergedView(...args)))
    const done = fc.record({ first: odd.person, second: odd.person, given: fc.nat(90), actId: id })
    always(fc.tuple(done, odd.context), (args) => faultsIn(takenApartView(...args)))
    always(fc.tuple(apart, id, odd.context), (args) => faultsIn(takeApartView(...args)))
    const inside = fc.record({ person: odd.person, merges: fc.array(merge, { minLength: 2, maxLength: 12 }) })
    always(fc.tuple(inside, id, odd.context), (args) => faultsIn(whichMergeView(...args)))
  })

  test('the form that asks whose each thing is', () => {
    const entries = fc.array(odd.anyEntry, { minLength: 1, maxLength: onOnePage })
    always(fc.tuple(apart, entries, odd.context), ([asked, shown, context]) => {
      const refs = shown.map(({ kind, entry }) => ({ kind, id: entry.id }))
      const form = { apart: asked, since: refs, toSecond: [], offset: 0 }
      return faultsInForm(cameSinceForm(form, shown, '{}', context))
    })
  })
})

describe('two beside each other', () => {
  const nothing = { addresses: [], slackUserId: null, prefers: null, met: false }
  const francis = frank({ name: 'Francis Ortiz', ownerId: 'U0BEN' })
  const model = {
    first: { person: frank(), role: 'buyer at Acme', entries: 0 },
    second: { person: francis, role: '', entries: 1 },
    missing: nothing,
    known: true,
    mayTell: true,
    hides: false,
  }
  const says = (given: Partial<SideBySide> = {}) =>
    blocksText(sideBySideView({ ...model, ...given }, 'd1', ctx()))

  test('say who stays, and what each is known by', () => {
    expect(says()).toMatch(/Stays: Frank Ortiz, buyer at Acme\. Owner: .*nothing is known/s)
    expect(says()).toMatch(/Goes into them: Francis Ortiz\. Owner: .*one thing is known/s)
    expect(says()).not.toContain('aken over')
    expect(says({ hides: true })).toContain('will see nothing of it any more')
  })

  test('say what is taken over, or why it is not; to show it is offered where it may be told', () => {
    const missing = { addresses: ['f@acme.example'], slackUserId: null, prefers: 'text', met: true }
    expect(says({ missing })).toMatch(
      /Taken over: f@acme\.example, how they like to be reached \(text\), that/,
    )
    expect(says({ missing, known: false })).toMatch(
      /More people know Frank Ortiz than Francis Ortiz.*f@acme/s,
    )
    expect(says({ missing, known: false })).toContain('and show that too')
    expect(says({ missing, known: false, mayTell: false })).not.toContain('and show that too')
    expect(says({ missing })).not.toContain('and show that too')
  })

  test('ring nobody and link nothing, whatever they are called', () => {
    const person = frank({ name: markup })
    const odd = { ...model, second: { person, role: markup, entries: 2 } }
    for (const reply of [
      sideBySideView(odd, 'd1', ctx()),
      mergedView({ first: person, second: person, taken: nothing, keptBack: true, actId: 'a1' }, ctx()),
      takenApartView({ first: person, second: person, given: 2, actId: 'a1' }, ctx()),
    ]) {
      expect(blocksText(reply)).toContain(markup.slice(0, 40))
      for (const read of [reply.text, ...marked(reply.blocks)]) expect(read).not.toMatch(/<[!h]/)
    }
  })

  test('are offered with the reason, each time the same', () => {
    const pair = (because: LikelyDouble['because']) => {
      const [first, second] = [
        { id: 'a', name: 'Frank', role: 'buyer' },
        { id: 'b', name: 'Francis', role: '' },
      ] as const
      return JSON.stringify(blocksOf([doublePart({ first, second, because })]))
    }
    expect(pair({ kind: 'address', address: 'f@x.example' })).toContain('Both are reached at f@x.example.')
    expect(pair({ kind: 'slack', slackUserId: ana })).toContain('the same person in Slack')
    expect(pair({ kind: 'name-and-company', company: 'Acme' })).toContain('both at Acme')
    expect(pair({ kind: 'slack', slackUserId: ana })).toContain('"value":"a:b"')
  })
})
