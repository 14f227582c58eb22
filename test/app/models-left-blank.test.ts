import { describe, expect, it } from 'vitest'
import { type Asker, scopeOf } from '../../src/app/asker.js'
import { dossierOf, teammatesIn } from '../../src/app/export/dossier.js'
import { roleAsked, roleNews } from '../../src/app/home/role-news.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { entryModel } from '../../src/app/nudges/post-model.js'
import { closedModel, whyModels } from '../../src/app/nudges/why-model.js'
import { cardModel } from '../../src/app/people/card-model.js'
import { handedModel } from '../../src/app/people/handed.js'
import { turnsAhead } from '../../src/app/people/turns.js'
import type { Stores } from '../../src/app/ports.js'
import { answerQuestion } from '../../src/app/questions/answer-question.js'
import { ask } from '../../src/app/questions/ask.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import { occasionOf } from '../../src/domain/reasons/occasion.js'
import type { RoleQuestion } from '../../src/domain/role-change/role-question.js'
import { standardWorkingTime } from '../../src/domain/working-time.js'
import { aDate, aNudge, aPromise } from '../domain/people.js'
import { otherwise } from './answers-otherwise.js'
import { anOffice, type Office, saturday } from './office.js'
import { done } from './one-of-each.js'
import { questions } from './outbox.js'
import { promises } from './promised.js'

const ofAna = async () => {
  const office = await anOffice()
  const ana = await office.asker()
  return { office, ana, frank: await office.knows(ana) }
}
const reading = <T>(office: Office, asker: Asker, read: (stores: Stores) => Promise<T>): Promise<T> =>
  office.uow.read(scopeOf(asker), read)

const claim: RoleQuestion = {
  id: 'claim',
  personId: 'frank',
  home: 'channel:CUSTOMERS',
  by: 'source:linkedin',
  at: saturday,
  source: 'linkedin:UANA',
  observedAt: saturday,
  words: null,
  change: { kind: 'new-company', was: null, is: { title: 'CFO', company: 'Globex' } },
  why: 'unsure',
  successor: null,
  answered: { as: 'not-so', by: 'UBEN', at: saturday },
  recorded: null,
}

describe('all that is known of somebody', () => {
  it('is for those alone who may see them', async () => {
    const { office } = await ofAna()
    const hidden = await office.knows(await office.asker('UANA', 'QUIET'), { name: 'Lily Chen' })
    expect(
      await reading(office, await office.asker('UBEN'), (stores) => dossierOf(stores, hidden.id)),
    ).toBeNull()
    const seen = await reading(office, await office.asker(), (stores) => dossierOf(stores, hidden.id))
    expect(seen?.person.name).toBe('Lily Chen')
  })

  it('is read to the end, however much it is, and tells who answered for what', async () => {
    const { office, ana, frank } = await ofAna()
    const { note } = done(await keepNote(office, ana, frank.id, 'note', 'likes jazz'))
    const many = Array.from({ length: 1_001 }, (_, n) => ({ ...note, id: `note-${n}` }))
    const dossier = await reading(office, ana, (stores) => {
      const notes = otherwise(stores.notes, {
        of: async (_personId, { limit, offset }) => many.slice(offset, offset + limit),
      })
      return dossierOf(otherwise(stores, { notes }), frank.id)
    })
    expect(dossier?.notes.map(({ id }) => id)).toEqual(many.map(({ id }) => id))
    if (dossier === null) throw new Error('not seen')
    expect(teammatesIn(dossier)).toEqual(['UANA'])
    const open = { ...claim, by: 'UANA', answered: null }
    expect(teammatesIn({ ...dossier, claims: [{ ...claim, by: 'UANA' }, open] })).toEqual(['UANA', 'UBEN'])
  })
})

describe('what whoever is handed somebody need not ask again', () => {
  it('is what was taken up, the newest first, as far as the bank still asks it', async () => {
    const { office, ana, frank } = await ofAna()
    await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-11-15', text: '' })
    const monday = await office.asker('UANA', 'CUSTOMERS', '2026-11-23T16:00:00.000Z')
    for (const [asker, text] of [
      [ana, 'why the move?'],
      [monday, 'who decides?'],
    ] as const) {
      const { question } = done(await ask(office, asker, frank.id, text))
      done(await answerQuestion(office, asker, question.id, 'so it is'))
    }
    const reached = { kind: 'reached-out', by: 'UANA' } as const
    const bank = [
      ...questions,
      { id: 'story-02', facet: 'story', text: 'And then?' },
      { id: 'story-03', facet: 'story', text: 'Why?' },
    ] as const
    const nudges = [
      aNudge({ id: 'n4', on: '2026-11-18', moot: true, questionId: 'story-02' }),
      aNudge({ id: 'n3', on: '2026-11-12', moot: true, questionId: 'story-01' }),
      aNudge({ id: 'n2', on: '2026-11-10', answer: reached, questionId: 'no longer asked' }),
      aNudge({ id: 'n1', on: '2026-11-08', answer: reached, questionId: 'story-03' }),
    ]
    const handing = { personId: frank.id, from: 'UANA', to: 'UBEN', on: '2026-11-23' }
    const model = await reading(office, ana, (stores) =>
      handedModel(
        otherwise(stores, { nudges: otherwise(stores.nudges, { of: async () => nudges }) }),
        bank,
        handing,
      ),
    )
    expect(model?.asked).toEqual([
      { question: 'who decides?', answer: 'so it is', on: '2026-11-23' },
      { question: 'why the move?', answer: 'so it is', on: '2026-11-21' },
      { question: 'How did you begin?', answer: null, on: '2026-11-12' },
      { question: 'Why?', answer: null, on: '2026-11-08' },
    ])
  })
})

describe('a card', () => {
  it('tells the newest situation, said as one or heard in a note, and no tie to whom nobody can name', async () => {
    const { office, ana, frank } = await ofAna()
    const susan = await office.knows(ana, { name: 'Susan Bell' })
    done(await tiePeople(office, ana, { personId: frank.id, kind: 'works with', otherId: susan.id }))
    const { note } = done(await keepNote(office, ana, frank.id, 'note', 'likes jazz'))
    const facets = ['situation'] as const
    const noticed = [
      { ...note, id: 'a', on: '2026-11-02', facets, text: 'older' },
      { ...note, id: 'b', on: '2026-11-05', facets, text: 'newest' },
      { ...note, id: 'c', on: '2026-11-04', facets, text: 'old' },
      { ...note, id: 'd', on: '2026-11-03', facets, text: 'oldish' },
    ]
    const card = await reading(office, ana, (stores) => {
      const of: Stores['notes']['of'] = async (_id, { kind }) => (kind === 'note' ? noticed : [])
      const notes = otherwise(stores.notes, { of })
      const people = otherwise(stores.people, { names: async () => [] })
      return cardModel(otherwise(stores, { notes, people }), questions, frank.id, '2026-11-21')
    })
    expect(card?.situation?.text).toBe('newest')
    expect(card?.ties).toEqual([])
  })
})

describe('news of roles', () => {
  it('and what is asked of them are left out while nobody can say of whom', async () => {
    const { office, ana, frank } = await ofAna()
    const role = { title: 'CFO', company: 'Globex', sinceOn: null, also: false }
    done(await takeRole(office, ana, { personId: frank.id, ...role }))
    const both = (nameless: boolean) =>
      reading(office, ana, async (stores) => {
        const people = nameless ? otherwise(stores.people, { names: async () => [] }) : stores.people
        const roleQuestions = otherwise(stores.roleQuestions, {
          recent: async () => [{ ...claim, personId: frank.id, answered: null }],
        })
        const shown = otherwise(stores, { people, roleQuestions })
        return [(await roleNews(shown, 9)).length, (await roleAsked(shown, 9)).length]
      })
    expect(await both(false)).toEqual([1, 1])
    expect(await both(true)).toEqual([0, 0])
  })
})

describe('why now', () => {
  it('says nothing of a role before that may not be told, and nothing of a promise for another day', async () => {
    const { office, ana, frank } = await ofAna()
    const role = { title: 'CFO', company: 'Globex', sinceOn: null, also: false }
    done(await takeRole(office, ana, { personId: frank.id, ...role }))
    const { id } = await promises(office, ana, frank, '2026-11-27', 'send the sample')
    const why = await reading(office, ana, async (stores) => {
      const [piece] = await stores.news.of(frank.id)
      const reasons = [
        { kind: 'new-role', occasion: piece?.id ?? '' },
        { kind: 'promise', occasion: occasionOf(id, '2026-11-24') },
        { kind: 'promise', occasion: occasionOf(id, '2026-11-27') },
      ] as const
      const alone = piece === undefined ? null : { ...piece, beforeRoleId: null }
      const news = otherwise(stores.news, { get: async (newsId) => (newsId === alone?.id ? alone : null) })
      const nudge = aNudge({ personId: frank.id, reasons })
      return whyModels(otherwise(stores, { news }), nudge, frank.rhythm, null)
    })
    expect(why.said.map(({ kind }) => kind)).toEqual(['new-role', 'promise'])
    expect(why.why).toEqual([
      { kind: 'new-role', role: 'CFO at Globex', before: '', sinceOn: null, said: null },
      { kind: 'promise', text: 'send the sample', by: 'UANA', dueOn: '2026-11-27' },
    ])
  })

  it('names nobody who closed what cannot be read, nor who answered what is gone or open', async () => {
    const { office, ana, frank } = await ofAna()
    const given = { personId: frank.id, moot: true } as const
    const odd = aNudge({ ...given, reasons: [{ kind: 'promise', occasion: 'no day' }] })
    const asked = aNudge({ ...given, reasons: [{ kind: 'role-question', occasion: 'claim' }] })
    const standing = (question: RoleQuestion | null) =>
      reading(office, ana, async (stores) => {
        const roleQuestions = otherwise(stores.roleQuestions, { get: async () => question })
        return (await entryModel(otherwise(stores, { roleQuestions }), asked, questions, null))?.standing
      })
    expect(await reading(office, ana, (stores) => closedModel(stores, odd))).toBeNull()
    expect(await standing(claim)).toEqual({ kind: 'role-answered', answered: claim.answered })
    expect(await standing(null)).toEqual({ kind: 'moot', contact: null })
    expect(await standing({ ...claim, answered: null })).toEqual({ kind: 'moot', contact: null })
  })
})

it('nobody comes up for a day that is over, nor for one that is too far ahead', async () => {
  const { ana, frank } = await ofAna()
  const turns = (dueOn: string) =>
    turnsAhead(
      {
        person: frank,
        lastContactOn: null,
        lastSeenOn: null,
        dueOn: null,
        comesUpOn: null,
        dates: [aDate('date', '2026-11-01', { home: frank.home })],
        commitments: [aPromise({ home: frank.home, dueOn })],
        putOff: new Map(),
      },
      ana,
      '2026-12-21',
      () => standardWorkingTime('UTC'),
    )
  expect(turns('2026-11-27')).toMatchObject([{ on: '2026-11-27', why: [{ kind: 'promise' }] }])
  expect(turns('2026-12-28')).toEqual([])
})
