import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../../src/app/entries/fields.js'
import { formOf } from '../../../src/app/people/put-right.js'
import type { Reply } from '../../../src/slack/answer.js'
import * as cardForms from '../../../src/slack/views/card-forms.js'
import { cardView } from '../../../src/slack/views/card-view.js'
import { comingUpView } from '../../../src/slack/views/coming-up-view.js'
import { editEntryForm, entryFormAgain } from '../../../src/slack/views/entry-form.js'
import { findingsView } from '../../../src/slack/views/findings-view.js'
import * as forms from '../../../src/slack/views/forms.js'
import { greetingView } from '../../../src/slack/views/greeting-view.js'
import { handedCardView } from '../../../src/slack/views/handed-card-view.js'
import { helpView } from '../../../src/slack/views/help-view.js'
import { historyView } from '../../../src/slack/views/history-view.js'
import { editPersonForm, personFormAgain } from '../../../src/slack/views/person-form.js'
import * as choosing from '../../../src/slack/views/pick-view.js'
import { postView } from '../../../src/slack/views/post-view.js'
import * as refusing from '../../../src/slack/views/rejection-view.js'
import * as saved from '../../../src/slack/views/saved-views.js'
import { noAsides, today } from './known.js'
import { promised, roleNews, waiting } from './odd-home.js'
import * as odd from './odd-models.js'
import { day, id, noteText, shortText, userId } from './odd-texts.js'
import { faultsIn, faultsInForm } from './reading.js'

const always = <T>(models: fc.Arbitrary<T>, view: (model: T) => Reply): void => {
  fc.assert(
    fc.property(models, (model) => {
      expect(faultsIn(view(model))).toEqual([])
    }),
    { numRuns: 100 },
  )
}

const people = (maxLength: number) => fc.array(odd.personName, { maxLength })

describe('whatever is in it, Slack takes', () => {
  test('the card', () => {
    const leftover = fc.option(fc.record({ draftId: id, text: noteText }))
    always(fc.tuple(odd.card, odd.context, leftover), ([card, ctx, left]) => cardView(card, ctx, left))
  })

  test('the card of somebody who is handed over', () => {
    always(odd.handed, handedCardView)
  })

  test('the history', () => {
    always(fc.tuple(odd.history, odd.context), ([history, ctx]) => historyView(history, ctx))
  })

  test('who comes up', () => {
    const kind = fc.constantFrom('promise', 'step', 'date', 'trigger')
    const raised = fc.record({ kind, text: noteText, on: day, raisedOn: day })
    const upcoming = fc.record({
      person: odd.person,
      role: shortText,
      on: day,
      channelId: fc.option(fc.constant('C1')),
      why: fc.array(raised, { maxLength: 12 }),
    })
    const coming = fc.record({
      people: fc.array(upcoming, { maxLength: 15 }),
      offset: fc.nat(90),
      more: fc.boolean(),
    })
    always(fc.tuple(coming, odd.context), ([model, ctx]) => comingUpView(model, ctx))
  })

  test('what is found', () => {
    const kinds = fc.constantFrom('note', 'heard', 'interaction', 'role')
    const found = fc.record({ kind: kinds, id, person: odd.personName, on: day, by: userId, text: noteText })
    const findings = fc.record({
      words: fc.array(shortText, { maxLength: 12 }),
      people: people(8),
      entries: fc.array(found, { maxLength: 8 }),
      offset: fc.nat(90),
      more: fc.boolean(),
      wholeWords: fc.boolean(),
    })
    always(fc.tuple(findings, noteText, id, odd.context), ([model, typed, draftId, ctx]) =>
      findingsView(model, typed, draftId, ctx),
    )
  })

  test('the greeting', () => {
    const greeting = fc.record({
      first: fc.boolean(),
      known: fc.nat(100_000),
      glad: fc.array(waiting, { maxLength: 5 }),
      promises: fc.array(promised, { maxLength: 5 }),
      news: fc.array(roleNews, { maxLength: 5 }),
    })
    always(fc.tuple(greeting, odd.context), ([model, ctx]) => greetingView(model, ctx))
  })

  test('help', () => {
    always(noteText, (unknown) => helpView(null, unknown))
  })

  test('a post', () => {
    always(odd.post, postView)
  })

  test('five people with long words in one post', () => {
    const long = fc.record({
      told: odd.anyNote.map((note) => ({ ...note, text: 'said '.repeat(2_400) })),
      standing: fc.constant({ kind: 'open', lastTurn: true } as const),
    })
    const entries = fc.array(
      fc.tuple(odd.entry, long).map(([entry, differing]) => ({ ...entry, ...differing })),
      { minLength: 5, maxLength: 5 },
    )
    always(entries, (all) => postView({ kind: 'digest', entries: all, zoneToTell: 'UTC' }))
  })

  test('a choice between people', () => {
    always(fc.tuple(noteText, people(300), id, fc.nat(300)), (args) => choosing.pickView(...args))
    always(fc.tuple(shortText, people(9), id), (args) => choosing.samePersonView(...args))
    always(fc.tuple(shortText, people(9), id), (args) => choosing.thatSomeoneView(...args))
    const meaning = fc.constantFrom('met', 'called', 'emailed', 'messaged', 'heard', 'note')
    always(fc.tuple(meaning, people(300), id), (args) => choosing.aboutWhomView(...args))
    const verbs = fc.array(noteText, { maxLength: 2 })
    always(fc.tuple(noteText, people(9), verbs, id, fc.boolean(), fc.option(noteText)), (args) =>
      choosing.nobodyView(...args),
    )
  })

  test('a refusal', () => {
    const why = fc.oneof(
      fc.record({ reason: fc.constant('not-yours'), name: shortText }),
      fc.record({ reason: fc.constant('role-known'), name: shortText, role: shortText }),
      fc.record({ reason: fc.constant('cannot-see-person'), name: shortText, userId }),
      fc.record({ reason: fc.constant('text-too-long'), longest: fc.nat() }),
    )
    always(fc.tuple(why, fc.option(noteText)), (args) => refusing.rejectionView(...args))
    always(fc.tuple(noteText, fc.option(noteText)), ([text, typed]) =>
      refusing.refusedTextView(`What does ${text} do now?`, typed),
    )
  })

  test('what was saved', () => {
    const { person, context } = odd
    always(fc.tuple(person, shortText, context, fc.option(id)), (args) => saved.introducedView(...args))
    always(fc.tuple(person, fc.option(odd.anyRole), context), ([who, role, ctx]) =>
      saved.recognisedView({ person: who, role }, ctx),
    )
    always(fc.tuple(person, odd.anyNote, fc.boolean(), context), ([who, note, firstTender, ctx]) =>
      saved.keptView({ person: who, note, firstTender, sameFor: [] }, ctx),
    )
    const heard = fc.array(odd.anyNote, { maxLength: 30 })
    always(fc.tuple(person, odd.anyContact, heard, context), ([who, interaction, words, ctx]) =>
      saved.loggedView({ person: who, interaction, heard: words, dueOn: today, asides: noAsides }, ctx),
    )
    always(fc.tuple(person, odd.rhythm, context), ([who, rhythm, ctx]) =>
      saved.rhythmView({ person: who, rhythm, dueOn: today }, ctx),
    )
    const roles = fc.array(odd.anyRole, { maxLength: 20 })
    always(fc.tuple(person, odd.anyRole, roles, context), ([who, role, stillHeld, ctx]) =>
      saved.roleLeftView(
        {
          person: who,
          role,
          stillHeld,
          seenIn: role.home,
          newsId: 'w1',
          threads: { whereTo: true, whoIsThere: true },
        },
        ctx,
      ),
    )
    always(fc.tuple(person, odd.anyRole, fc.option(odd.anyRole), context), ([who, role, closed, ctx]) =>
      saved.roleTakenView({ person: who, role, closed }, ctx),
    )
    always(fc.tuple(person, odd.place, fc.nat(9), context), ([who, place, left, ctx]) =>
      saved.movedView({ person: who, place, left }, ctx),
    )
    always(fc.tuple(person, userId, context), (args) => saved.handedView(...args))
  })
})

describe('whatever is in it, Slack opens', () => {
  const opens = <T>(models: fc.Arbitrary<T>, form: (model: T) => unknown): void => {
    fc.assert(
      fc.property(models, (model) => {
        expect(faultsInForm(form(model))).toEqual([])
      }),
      { numRuns: 100 },
    )
  }

  const fieldsOfPerson = ['name', 'addresses', 'prefers', 'rhythm', 'slackUserId']
  const some = (fields: readonly string[]) => fc.subarray([...fields])

  test('the form of a person, opened and come back', () => {
    opens(fc.tuple(odd.person, odd.context), ([person, ctx]) => editPersonForm(person, '{}', ctx))
    const changed = fc.record({ both: some(fieldsOfPerson), theirs: some(fieldsOfPerson) })
    const typed = odd.person.map((person) => ({ ...formOf(person), addresses: [], prefers: null }))
    opens(fc.tuple(odd.person, typed, changed, odd.context), ([person, form, differing, ctx]) =>
      personFormAgain({ ...person, addresses: [], prefers: null }, form, differing, '{}', ctx),
    )
  })

  test('the form of an entry, opened and come back', () => {
    const shown = fc.record({ person: odd.person, found: odd.anyEntry, other: fc.option(shortText) })
    opens(fc.tuple(shown, odd.context), ([entry, ctx]) => editEntryForm(entry, '{}', ctx))
    const fields = ['text', 'on', 'title', 'untilOn', 'dueOn', 'state', 'day', 'yearly', 'relation']
    opens(fc.tuple(shown, some(fields), odd.context), ([entry, both, ctx]) => {
      const short = 'text' in entry.found.entry ? { text: 'short' } : {}
      const typed = { ...fieldsOf(entry.found), ...short }
      return entryFormAgain(entry, typed, { both, theirs: [] }, '{}', ctx)
    })
  })

  test('the small forms', () => {
    opens(shortText, (name) => forms.reachedOutForm(name, today, '{}'))
    opens(shortText, (name) => forms.talkedForm(name, today, '{}'))
    opens(shortText, (name) => cardForms.noteForm(name, '{}'))
    opens(shortText, (name) => cardForms.promiseForm(name, '{}'))
    opens(shortText, (name) => forms.handOverForm(name, '{}'))
    opens(shortText, (name) => forms.moveHomeForm(name, '{}'))
  })
})
