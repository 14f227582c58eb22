import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HomeTab } from '../../../src/app/home/home-tab.js'
import type { Home } from '../../../src/domain/audience.js'
import { interactionKinds } from '../../../src/domain/interaction.js'
import type { Person } from '../../../src/domain/person.js'
import { isViewTooLarge, viewFaults } from '../../../src/practice/blocks/view.js'
import { actionIds } from '../../../src/slack/action-ids.js'
import * as lists from '../../../src/slack/views/home-lists.js'
import { homeView, strangersHome } from '../../../src/slack/views/home-view.js'
import { introduceForm } from '../../../src/slack/views/introduce-form.js'
import { severalKeptView, severalLoggedView } from '../../../src/slack/views/saved/several.js'
import { logConversationForm, rememberForm } from '../../../src/slack/views/shortcut-forms.js'
import { ana, commitment, ctx, frank, inPrivate, today } from './known.js'
import * as oddHome from './odd-home.js'
import * as odd from './odd-models.js'
import { day, noteText, shortText, userId } from './odd-texts.js'
import { faultsIn, faultsInForm, marked, textsIn } from './reading.js'

const none = { items: [], offset: 0, more: false } as const
const nobody: HomeTab = {
  first: false,
  waiting: none,
  promises: none,
  news: [],
  asked: [],
  unattended: none,
  mindingStopped: false,
  mirror: { kind: 'off' },
}
const reader = { today, userId: ana }
const read = (view: unknown): string => textsIn(view).join('\n')
const some = <T>(item: fc.Arbitrary<T>) =>
  fc.record({ items: fc.array(item, { maxLength: 8, size: 'max' }), offset: fc.nat(90), more: fc.boolean() })
const unattended = fc.record({ person: odd.personName, ownerId: userId })
const settables = fc.record({
  items: fc.array(fc.record({ home: fc.constantFrom<Home>('channel:C1', 'channel:C2', 'teammate:U0ANA') }), {
    maxLength: lists.listLength,
  }),
  more: fc.boolean(),
})
const noPlaces = { items: [], more: false }

describe('Home', () => {
  test('whatever is in it, Slack takes, and takes what was typed for no markup', () => {
    const tab: fc.Arbitrary<HomeTab> = fc.record({
      first: fc.boolean(),
      waiting: some(oddHome.waiting),
      promises: some(oddHome.promised),
      news: fc.array(oddHome.roleNews, { maxLength: 6 }),
      asked: fc.array(oddHome.roleAsked, { maxLength: 4 }),
      unattended: some(unattended),
      mindingStopped: fc.boolean(),
      mirror: fc.constantFrom<HomeTab['mirror']>(
        { kind: 'off' },
        { kind: 'few' },
        { kind: 'mirror', mirror: { of: 20, asked: 0, heard: 20, told: 0, suggestion: 'pass-it-on' } },
      ),
    })
    fc.assert(
      fc.property(tab, settables, (model, places) => {
        const view = homeView(model, places, reader)
        expect(viewFaults(view, 'home').map(({ pointer, message }) => `${pointer}: ${message}`)).toEqual([])
        expect(isViewTooLarge(view)).toBe(false)
        expect(marked(view).join()).not.toMatch(/<[!@]|<#(?!C[12]>)/)
      }),
      { numRuns: 60 },
    )
  })

  test('and so are the lists behind it', () => {
    fc.assert(
      fc.property(
        some(oddHome.waiting),
        some(oddHome.promised),
        some(unattended),
        (waiting, promises, left) => {
          for (const list of [
            lists.waitingList(waiting, reader),
            lists.promisesList(promises, reader),
            lists.unattendedList(left),
          ])
            expect(faultsIn(list)).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('says when nobody waits, and shows no heading over nothing', () => {
    const text = read(homeView(nobody, noPlaces, reader))
    expect(text).toContain('None of them is waiting')
    for (const heading of ['What you promised', 'What is new', 'Nobody looks after them', 'Settings'])
      expect(text).not.toContain(heading)
  })

  test('says of a promise when it is due, and when it was', () => {
    const person = { id: 'p', name: 'Frank Ortiz', role: '' }
    const promises = (dueOn: string) => ({
      ...nobody,
      promises: { ...none, items: [{ commitment: commitment({ dueOn, text: 'send the sample' }), person }] },
    })
    expect(read(homeView(promises('2026-11-25'), noPlaces, reader))).toContain(
      'due tomorrow: send the sample',
    )
    expect(read(homeView(promises('2026-11-23'), noPlaces, reader))).toContain(
      'and it was due yesterday: send',
    )
  })

  test('leads on to more where there is more', () => {
    const more = { ...none, more: true }
    const person = { id: 'p', name: 'Frank Ortiz', role: '' }
    const tab = { ...nobody, unattended: { ...more, items: [{ person, ownerId: 'U9' }] } }
    expect(JSON.stringify(homeView(tab, noPlaces, reader))).toContain(actionIds.unattendedPage)
  })

  test.each(['guest', 'outsider', 'bot', 'gone'] as const)('tells a %s nothing', (standing) => {
    const view = strangersHome(standing)
    expect(viewFaults(view, 'home')).toEqual([])
    expect(JSON.stringify(view)).not.toContain('action_id')
  })
})

describe('the forms of shortcuts and of Home', () => {
  test('whatever the message says, Slack takes', () => {
    const about = fc.array(odd.personName, { maxLength: 20 })
    const form = fc.record({ about, text: noteText, on: day, metadata: shortText })
    fc.assert(
      fc.property(form, fc.constantFrom(...interactionKinds), (from, kind) => {
        expect(faultsInForm(logConversationForm(from, kind))).toEqual([])
        expect(faultsInForm(rememberForm(from, 'heard'))).toEqual([])
        expect(faultsInForm(introduceForm(from.metadata))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('the likeliest stands first, and a long message is shown above the field', () => {
    const from = { about: [], text: 'x'.repeat(3_001), on: today, metadata: '' }
    expect(JSON.stringify(rememberForm(from, 'heard').blocks)).toMatch(/initial_option":\{[^}]*Their own/)
    expect(read(logConversationForm(from, 'messaged'))).toContain('Anything to add?')
    expect(read(logConversationForm({ ...from, text: 'short' }, 'messaged'))).not.toContain('Anything')
  })

  test('what was kept for several names them all', () => {
    const people = ['Frank Ortiz', 'Zoë Müller', 'Lily Chen'].map((name) => frank({ name }))
    const all = { people, refused: [], actId: 'a1' }
    const logged = severalLoggedView(all, { kind: 'met', on: today, text: '' }, ctx())
    expect(logged.text).toContain('You met Frank Ortiz, Zoë Müller and Lily Chen today.')
    const kept = severalKeptView({ ...all, people: people.slice(0, 2) }, 'loves jazz', ctx())
    expect(kept.text).toContain('Kept for Frank Ortiz and Zoë Müller:')
    for (const view of [logged, kept]) expect(faultsIn(view)).toEqual([])
  })

  test('what was kept for several says who sees it, of each where that differs', () => {
    const quiet = frank({ name: 'Zelda Quist', home: inPrivate.home })
    const all = (...people: Person[]) =>
      severalKeptView({ people, refused: [], actId: 'a1' }, 'loves jazz', ctx()).text
    expect(all(frank(), frank())).not.toContain('Seen by')
    const zelda = 'Seen by those who may see <#C0PRIVATE>, where they were introduced.'
    expect(all(quiet, quiet).split(zelda)).toHaveLength(2)
    expect(all(frank(), quiet)).toContain(`Zelda Quist: ${zelda}`)
  })

  test('what was kept for some names the others too, and why it was not kept for them', () => {
    const gone = { name: 'Lily Chen', why: { reason: 'person-gone' } } as const
    const all = { people: [frank()], refused: [gone], actId: 'a1' }
    const { text } = severalKeptView(all, 'loves jazz', ctx())
    expect(text).toContain('Kept for Frank Ortiz:')
    expect(text).toContain('Not for Lily Chen: I can find no such person any more.')
    expect(text).not.toContain('all of them')
  })

  test('of many people as many are chosen as a form takes', () => {
    const about = Array.from({ length: 12 }, (_, n) => ({ id: `p${n}`, name: `Person ${n}`, role: '' }))
    const form = rememberForm({ about, text: 'short', on: today, metadata: '' }, 'note')
    expect(read(form)).toContain('Person 9')
    expect(read(form)).not.toContain('Person 10')
    expect(read(form)).toContain('2 more are named in it: open this form again for them. Up to 10 at once.')
    expect(JSON.stringify(form)).toContain('"max_selected_items":10')
  })
})
