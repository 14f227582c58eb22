import { describe, expect, it } from 'vitest'
import { type Asker, audienceOf } from '../../src/app/asker.js'
import { commit } from '../../src/app/commitments/commit.js'
import { keepDate } from '../../src/app/dates/keep-date.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { answerNudge } from '../../src/app/nudges/answer.js'
import { ok } from '../../src/app/outcome.js'
import { card } from '../../src/app/people/card.js'
import type { Card } from '../../src/app/people/card-model.js'
import { handedModel } from '../../src/app/people/handed.js'
import { answerQuestion } from '../../src/app/questions/answer-question.js'
import { ask } from '../../src/app/questions/ask.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import { facets, type NoteKind } from '../../src/domain/note.js'
import { busyMs } from '../support/busy.js'
import { anOffice, everything, type Office } from './office.js'
import { theOutbox } from './outbox.js'

const bank = facets.map((facet) => ({ id: `${facet}-01`, facet, text: `What of ${facet}?` }))

const cardOf = async (office: Office, asker: Asker, personId: string): Promise<Card> => {
  const outcome = await card(office.uow, bank, asker, personId)
  if (!outcome.ok) throw new Error(outcome.why.reason)
  return outcome.value
}
const day = (kind: 'date' | 'trigger', text: string, monthDay: string, year: number | null) => ({
  kind,
  text,
  monthDay,
  year,
  yearly: year === null,
})

describe('the card', () => {
  it('holds of everything what comes next or is newest', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id } = await office.knows(ana)
    for (const each of [
      day('date', 'birthday', '11-20', null),
      day('date', 'renewal', '12-24', null),
      day('trigger', 'audit', '06-01', 2027),
      day('trigger', 'lease ends', '03-01', 2027),
    ])
      await keepDate(office, ana, { personId: id, ...each })
    await keepNote(office, ana, id, 'note', 'may sell the plant #situation')
    await keepNote(office, ana, id, 'situation', 'wants one vendor')
    for (const dueOn of [null, '2026-12-20', '2026-12-10', '2026-12-15'])
      await commit(office, ana, { personId: id, kind: 'promise', text: dueOn ?? 'some day', dueOn })
    for (const text of ['older', 'newer']) await ask(office, ana, id, text)
    for (const on of ['2025-11-30', '2025-12-01', '2026-11-20', '2026-11-20'])
      await logContact(office, ana, { personId: id, kind: 'met', on, text: '' })
    const model = await cardOf(office, ana, id)
    expect([model.trigger?.date.text, model.trigger?.on]).toEqual(['lease ends', '2027-03-01'])
    expect(model.next.map(({ date, on }) => [date.text, on])).toEqual([
      ['renewal', '2026-12-24'],
      ['audit', '2027-06-01'],
      ['birthday', '2027-11-20'],
    ])
    expect(model.situation?.text).toBe('wants one vendor')
    expect(model.promised.map(({ text }) => text)).toEqual(['2026-12-10', '2026-12-15', '2026-12-20'])
    expect(model.promisedCount).toBe(4)
    expect(model.toAsk?.text).toBe('newer')
    expect(model.year).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
  })

  it('shows nothing that was typed where the asker may not look, and counts none of it', async () => {
    const office = await anOffice()
    const first = await office.asker()
    const { id } = await office.knows(first)
    const { id: susan } = await office.knows(first, { name: 'Susan Reyes' })
    const quiet = await office.asker('UANA', 'QUIET')
    const { id: hidden } = await office.knows(quiet, { name: 'Dana Cho' })
    const [ana, ben] = [await office.asker(), await office.asker('UBEN')]
    const before = await cardOf(office, ben, id)
    await keepDate(office, quiet, { personId: id, ...day('trigger', 'lease ends', '03-01', 2027) })
    await keepNote(office, quiet, id, 'situation', 'wants out #story')
    await commit(office, quiet, { personId: id, kind: 'step', text: 'signs', dueOn: null })
    await ask(office, quiet, id, 'why?')
    await tiePeople(office, quiet, { personId: id, kind: 'listens to', otherId: susan })
    await tiePeople(office, ana, { personId: id, kind: 'reports to', otherId: hidden })
    expect(await cardOf(office, ben, id)).toEqual(before)
    const seen = await cardOf(office, ana, id)
    expect(seen.ties.map(({ other }) => other.name).sort()).toEqual(['Dana Cho', 'Susan Reyes'])
    expect([seen.trigger?.date.text, seen.promisedCount, seen.toAsk?.text]).toEqual(['lease ends', 1, 'why?'])
  })

  it('shows a tie on both cards, and one that was told in two places once', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id: frank } = await office.knows(ana)
    const { id: susan } = await office.knows(ana, { name: 'Susan Reyes' })
    const [quiet, ben] = [await office.asker('UANA', 'QUIET'), await office.asker('UBEN')]
    await tiePeople(office, quiet, { personId: frank, kind: 'married to', otherId: susan })
    await tiePeople(office, ben, { personId: susan, kind: 'married to', otherId: frank })
    await tiePeople(office, ana, { personId: frank, kind: 'reports to', otherId: susan })
    const model = await cardOf(office, await office.asker(), frank)
    const other = expect.objectContaining({ name: 'Susan Reyes' })
    expect(model.ties).toEqual([
      { kind: 'reports to', outward: true, other },
      expect.objectContaining({ kind: 'married to', other }),
    ])
    expect(model.tieCount).toBe(2)
    expect((await cardOf(office, ana, susan)).ties[0]).toMatchObject({ kind: 'reports to', outward: false })
  })

  it('asks of a side that is blank, and when none is, only where the team asks nothing itself', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id } = await office.knows(ana)
    const asking = async () => {
      const { worthAsking } = await cardOf(office, ana, id)
      return worthAsking && [worthAsking.question.facet, worthAsking.blank]
    }
    await keepNote(office, ana, id, 'note', '#story #intuition #feeling')
    expect(await asking()).toEqual(['thought', 'thought'])
    await ask(office, ana, id, 'what would his crew miss most?')
    expect(await asking()).toEqual(['thought', 'thought'])
    await keepNote(office, ana, id, 'heard', '#thought')
    await keepNote(office, ana, id, 'note', '#body')
    expect(await asking()).toBeNull()
    const { id: lily } = await office.knows(ana, { name: 'Lily Chen' })
    await keepNote(office, ana, lily, 'note', '#story #intuition #feeling #thought #body')
    expect((await cardOf(office, ana, lily)).worthAsking).toMatchObject({
      question: { facet: 'situation' },
      blank: null,
    })
    await keepNote(office, ana, lily, 'situation', 'wants one vendor')
    expect((await cardOf(office, ana, lily)).worthAsking?.question.facet).toBe('story')
  })

  it('of somebody with 5,000 notes, 300 roles and as much of the rest is there at once', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id } = await office.knows(ana)
    const typed = { personId: id, home: ana.place.home, by: 'UANA', at: ana.at } as const
    const count = (n: number) => Array.from({ length: n }, (_, i) => i)
    const kinds: readonly NoteKind[] = ['note', 'heard']
    const draft = {
      kind: 'note',
      by: 'UANA',
      at: ana.at,
      place: ana.place.home,
      personId: id,
      cause: null,
    } as const
    await office.uow.act(everything, draft, async (stores) => {
      const on = (i: number) => `20${10 + (i % 16)}-0${1 + (i % 9)}-1${i % 10}`
      for (const i of count(5_000))
        await stores.notes.add({
          ...typed,
          id: `n${i}`,
          on: on(i),
          kind: kinds[i % 2] ?? 'note',
          text: 'word '.repeat(100),
          facets: ['story'],
          interactionId: null,
        })
      for (const i of count(300)) {
        const role = { title: `adviser ${i}`, company: `Company ${i}`, sinceOn: null, untilOn: null }
        await stores.roles.add({ ...typed, id: `r${i}`, ...role })
        const promise = { kind: 'promise', text: `thing ${i}`, dueOn: null, closed: null } as const
        await stores.commitments.add({ ...typed, id: `c${i}`, on: on(i), ...promise })
        await stores.openQuestions.add({ ...typed, id: `q${i}`, on: on(i), text: `${i}?`, answered: null })
        const met = { kind: 'met', text: 'word '.repeat(100), teammates: ['UANA'] } as const
        await stores.interactions.add({ ...typed, id: `i${i}`, on: on(i), ...met })
      }
      return ok(null)
    })
    expect(await busyMs(() => cardOf(office, ana, id))).toBeLessThan(1_000)
    const model = await cardOf(office, ana, id)
    expect(model.held).toHaveLength(301)
    expect(model.promisedCount).toBe(300)
    for (const few of [model.heard, model.noticed, model.contacts, model.promised])
      expect(few).toHaveLength(3)
  }, 60_000)
})

describe('somebody handed over', () => {
  const asBen = async (office: Office, personId: string) => {
    const audience = await audienceOf(office, 'T1', 'UBEN')
    const handing = { personId, from: 'UANA', to: 'UBEN', on: '2026-11-24' }
    return office.uow.read({ workspaceId: 'T1', audience }, (stores) => handedModel(stores, bank, handing))
  }

  it('is no message at all to who may not see them', async () => {
    const office = await anOffice()
    const { id } = await office.knows(await office.asker('UANA', 'QUIET'))
    expect(await asBen(office, id)).toBeNull()
  })

  it('comes with every open promise, and with what was asked and answered, as far as one may know', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id } = await office.knows(ana)
    const quiet = await office.asker('UANA', 'QUIET')
    for (const text of ['a', 'b', 'c', 'd', 'e'])
      await commit(office, ana, { personId: id, kind: 'promise', text, dueOn: null })
    await commit(office, quiet, { personId: id, kind: 'promise', text: 'secret', dueOn: null })
    const answers: [string, string, Asker][] = [
      ['what would his crew miss most?', 'the radio', ana],
      ['who decides?', 'Susan', quiet],
    ]
    for (const [question, answer, where] of answers) {
      const asked = await ask(office, ana, id, question)
      if (!asked.ok) throw new Error('not asked')
      await answerQuestion(office, where, asked.value.question.id, answer)
    }
    await ask(office, ana, id, 'still open?')
    const model = await asBen(office, id)
    expect(model?.promised.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(model?.card.promisedCount).toBe(5)
    expect(model?.asked).toEqual([
      { question: 'who decides?', answer: null, on: '2026-11-21' },
      { question: 'what would his crew miss most?', answer: 'the radio', on: '2026-11-21' },
    ])
    expect(model?.card.person.name).toBe('Frank Ortiz')
  })

  it('brings the question of a nudge that somebody took up, and not of one that nobody did', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const { id } = await office.knows(ana)
    await logContact(office, ana, { personId: id, kind: 'met', on: '2026-09-20', text: '' })
    await theOutbox(office).plan()
    const [nudge] = await office.uow.read(everything, ({ nudges }) => nudges.of(id, 1))
    if (nudge === undefined) throw new Error('no nudge')
    const asked = async () => (await asBen(office, id))?.asked.map(({ question }) => question)
    expect(await asked()).toEqual([])
    const answer = { kind: 'reached-out', how: 'called', on: '2026-11-24', text: '' } as const
    const later = await office.asker('UANA', 'CUSTOMERS', '2026-11-24T16:00:00.000Z')
    expect(await answerNudge(office, later, nudge.id, id, answer)).toMatchObject({ ok: true })
    expect(await asked()).toEqual(['What of story?'])
  })
})
