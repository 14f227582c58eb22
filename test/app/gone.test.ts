import { describe, expect, it } from 'vitest'
import { commit } from '../../src/app/commitments/commit.js'
import { openCommitments } from '../../src/app/commitments/open-commitments.js'
import { keepDate } from '../../src/app/dates/keep-date.js'
import { editEntry } from '../../src/app/entries/edit-entry.js'
import { removeEntry } from '../../src/app/entries/remove-entry.js'
import { showEntry } from '../../src/app/entries/show-entry.js'
import { widen } from '../../src/app/entries/widen.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { answerNudge } from '../../src/app/nudges/answer.js'
import { nudgedPerson } from '../../src/app/nudges/nudged-person.js'
import { card } from '../../src/app/people/card.js'
import { changeHome } from '../../src/app/people/change-home.js'
import { handOver } from '../../src/app/people/hand-over.js'
import { history } from '../../src/app/people/history.js'
import { introduce } from '../../src/app/people/introduce.js'
import { prefer } from '../../src/app/people/prefer.js'
import { formOf, putRight } from '../../src/app/people/put-right.js'
import { recognise } from '../../src/app/people/recognise.js'
import { setRhythm } from '../../src/app/people/set-rhythm.js'
import { showPerson } from '../../src/app/people/show-person.js'
import { answerQuestion } from '../../src/app/questions/answer-question.js'
import { ask } from '../../src/app/questions/ask.js'
import { questionsOpen } from '../../src/app/questions/open-questions.js'
import { logReaction } from '../../src/app/reactions/log-reaction.js'
import { leaveRole } from '../../src/app/roles/leave-role.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { takeBack } from '../../src/app/take-back.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import { longestNote } from '../../src/domain/note.js'
import { aPerson } from '../domain/people.js'
import { anOffice, everything } from './office.js'

const introduction = { name: 'X', title: '', company: '', addresses: [], slackUserId: null, offstage: false }
const contact = { kind: 'called', on: '2026-11-20', text: '' } as const
const typed = { kind: 'note', on: '2026-11-20' } as const
const role = { title: 'buyer', company: 'Acme', sinceOn: null, also: false }
const reaction = {
  channelId: 'CUSTOMERS',
  messageTs: '1.1',
  emoji: 'ear',
  eventTs: '1.2',
  meaning: 'heard',
  text: 'x',
  on: '2026-11-20',
} as const
const promise = { kind: 'promise', text: 'send the sample', dueOn: null } as const
const birthday = { kind: 'date', monthDay: '03-14', year: null, yearly: true, text: 'birthday' } as const
const refused = (reason: string) => ({ ok: false, why: expect.objectContaining({ reason }) })

describe('somebody who is gone by the time that something is done', () => {
  it.each(['nobody', 'hidden'])('(%s) every act says so and changes nothing', async (who) => {
    const office = await anOffice()
    const hidden = await office.knows(await office.asker('UANA', 'QUIET'))
    const id = who === 'nobody' ? 'nobody' : hidden.id
    const ben = await office.asker('UBEN')
    const form = formOf(aPerson())
    const outcomes = [
      await card(office.uow, [], ben, id),
      await history(office.uow, ben, id, 0),
      await showPerson(office.uow, ben, id),
      await keepNote(office, ben, id, 'note', 'x'),
      await logContact(office, ben, { personId: id, ...contact }),
      await changeHome(office, ben, id, 'CUSTOMERS'),
      await handOver(office, ben, id, 'UANA'),
      await putRight(office, ben, id, form, { ...form, name: 'Y' }),
      await recognise(office, ben, id, introduction),
      await setRhythm(office, ben, id, 'never'),
      await logReaction(office, ben, id, reaction),
      await leaveRole(office, ben, { personId: id, company: null, on: null }),
      await takeRole(office, ben, { personId: id, ...role }),
      await answerNudge(office, ben, 'no nudge', id, { kind: 'not-needed' }),
      await nudgedPerson(office.uow, ben, 'no nudge'),
      await commit(office, ben, { personId: id, ...promise }),
      await openCommitments(office.uow, ben, id, ''),
      await keepDate(office, ben, { personId: id, ...birthday }),
      await ask(office, ben, id, 'why?'),
      await questionsOpen(office.uow, ben, id),
      await prefer(office, ben, id, 'text'),
      await tiePeople(office, ben, { personId: id, kind: 'reports to', otherId: 'nobody' }),
    ]
    for (const outcome of outcomes) expect(outcome).toEqual(refused('person-gone'))
    expect(await office.uow.read(everything, ({ journal }) => journal.length())).toBe(1)
  })

  it('an entry of theirs likewise', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    for (const kind of ['note', 'interaction', 'role', 'commitment', 'date', 'question', 'tie'] as const) {
      const ref = { kind, id: 'nothing' }
      for (const outcome of [
        await showEntry(office.uow, ana, ref),
        await widen(office, ana, ref),
        await removeEntry(office, ana, frank.id, ref),
        await editEntry(office, ana, frank.id, ref, { seen: null, typed: { ...typed, text: 'x' } }),
      ])
        expect(outcome).toEqual(refused('entry-gone'))
    }
    expect(await takeBack(office, ana, 'nothing')).toEqual(refused('nothing-to-undo'))
  })
})

describe('what is too long or empty', () => {
  it('is refused before anything is written, whichever way it came', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const text = 'x'.repeat(longestNote + 1)
    const form = formOf(frank)
    const kept = await keepNote(office, ana, frank.id, 'note', 'short')
    if (!kept.ok) throw new Error('not kept')
    const ref = { kind: 'note', id: kept.value.note.id } as const
    const said = { kind: 'reached-out', how: 'met', on: '2026-11-20', text } as const
    for (const outcome of [
      await keepNote(office, ana, frank.id, 'note', text),
      await logContact(office, ana, { personId: frank.id, ...contact, text }),
      await editEntry(office, ana, frank.id, ref, { seen: null, typed: { ...typed, text } }),
      await answerNudge(office, ana, 'n', frank.id, said),
      await commit(office, ana, { personId: frank.id, ...promise, text }),
      await keepDate(office, ana, { personId: frank.id, ...birthday, text }),
      await ask(office, ana, frank.id, text),
      await answerQuestion(office, ana, 'q', text),
    ])
      expect(outcome).toEqual(refused('text-too-long'))
    const past = { kind: 'trigger', monthDay: '03-14', year: 2020, yearly: false, text: 'x' } as const
    expect(await keepDate(office, ana, { personId: frank.id, ...past })).toEqual(refused('day-passed'))
    const name = '🦊'.repeat(201)
    expect(await introduce(office, ana, { ...introduction, name }, true)).toEqual(refused('name-too-long'))
    expect(await putRight(office, ana, frank.id, form, { ...form, name })).toEqual(refused('name-too-long'))
    expect(await putRight(office, ana, frank.id, form, { ...form, name: ' ' })).toEqual(refused('name-empty'))
    expect(await showPerson(office.uow, ana, frank.id)).toEqual({ ok: true, value: frank })
  })
})
