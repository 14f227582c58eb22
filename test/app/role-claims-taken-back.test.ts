import { describe, expect, it } from 'vitest'
import { removeEntry } from '../../src/app/entries/remove-entry.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { answerQuestion } from '../../src/app/questions/answer-question.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { hearingOfFrank } from './heard-in-office.js'
import { everything } from './office.js'
import { done } from './one-of-each.js'

const globex = { title: 'CEO', company: 'Globex' } as const
const atAcme = { roles: ['buyer at Acme'], news: [], asked: [] }
const meanwhile = { ok: false, why: { reason: 'changed-meanwhile', name: 'Frank Ortiz' } }

describe('what was recorded and is not so', () => {
  it('goes with the role that began and whoever took the place, and the old role is held again', async () => {
    const { hears, says, known, someone, claims, office } = await hearingOfFrank()
    expect(await hears(globex)).toMatchObject({ verdict: { kind: 'change' }, questionId: null })
    expect(await known()).toMatchObject({
      roles: ['CEO at Globex', 'buyer at Acme, to 2026-11-20'],
      news: ['new-role'],
    })
    const inPlace = await someone()
    expect(inPlace).toMatchObject({ name: 'Someone', offstage: true })
    done(await says('not-so'))
    expect(await known()).toEqual(atAcme)
    expect(await claims()).toMatchObject([{ answered: { as: 'not-so', by: 'UANA' }, recorded: null }])
    expect(await office.uow.read(everything, ({ people }) => people.get(inPlace?.id ?? ''))).toBeNull()
    expect(await says('so')).toMatchObject({ why: { reason: 'answered-already', by: 'UANA' } })
  })

  it('takes back a departure with the question where they went', async () => {
    const { hears, says, known } = await hearingOfFrank()
    await hears({ left: true })
    expect(await known()).toEqual({
      roles: ['buyer at Acme, to 2026-11-20'],
      news: ['left'],
      asked: ['Where did they go?'],
    })
    done(await says('not-so'))
    expect(await known()).toEqual(atAcme)
  })

  it('leaves a question that was answered', async () => {
    const { office, frank, hears, here, says, known, claims } = await hearingOfFrank()
    await hears({ left: true })
    const questionId = (await claims())[0]?.recorded?.questionId ?? ''
    done(await answerQuestion(office, await here(), questionId, 'to Globex'))
    done(await says('not-so'))
    expect((await known()).roles).toEqual(['buyer at Acme'])
    const asked = await office.uow.read(everything, ({ openQuestions }) => openQuestions.get(questionId))
    expect(asked).toMatchObject({ personId: frank.id, answered: { by: 'UANA' } })
  })

  it('leaves whoever took the place, once something is written down about them', async () => {
    const { office, hears, here, says, known, someone } = await hearingOfFrank()
    await hears({ left: true })
    const inPlace = await someone()
    const id = inPlace?.id ?? ''
    done(await keepNote(office, await here(), id, 'note', 'answers the phone now'))
    done(await says('not-so'))
    expect(await known()).toEqual(atAcme)
    expect(await office.uow.read(everything, ({ people }) => people.get(id))).toEqual(inPlace)
  })

  it('leaves whoever took the place and has a name', async () => {
    const { office, hears, says, someone } = await hearingOfFrank()
    await hears({ left: true, successor: { name: 'Susan Bell', address: null } })
    const susan = await someone()
    expect(susan).toMatchObject({ name: 'Susan Bell' })
    done(await says('not-so'))
    expect(await office.uow.read(everything, ({ people }) => people.get(susan?.id ?? ''))).toEqual(susan)
  })

  it('stays where a later change stands on it', async () => {
    const { office, frank, hears, here, says, known } = await hearingOfFrank()
    await hears(globex)
    const initech = { title: 'chair', company: 'Initech', sinceOn: null, also: false } as const
    done(await takeRole(office, await here(), { personId: frank.id, ...initech }))
    const before = await known()
    expect(before.news).toHaveLength(2)
    expect(await says('not-so')).toEqual(meanwhile)
    expect(await known()).toEqual(before)
  })

  it('goes in spite of a later change that does not stand on it', async () => {
    const { office, frank, hears, here, says, known } = await hearingOfFrank()
    await hears({ left: true })
    const initech = { title: 'chair', company: 'Initech', sinceOn: null, also: true } as const
    done(await takeRole(office, await here(), { personId: frank.id, ...initech }))
    await says('not-so')
    expect((await known()).roles).toEqual(['buyer at Acme', 'chair at Initech'])
  })

  it('cannot be taken back when the role was taken away already', async () => {
    const { office, frank, hears, here, says, known, claims } = await hearingOfFrank()
    await hears(globex)
    const id = (await claims())[0]?.recorded?.begunRoleId ?? ''
    done(await removeEntry(office, await here(), frank.id, { kind: 'role', id }))
    const before = await known()
    expect(before).toMatchObject({ roles: ['buyer at Acme, to 2026-11-20'], news: [] })
    expect(await says('not-so')).toEqual(meanwhile)
    expect(await known()).toEqual(before)
  })

  it('ends what began beside, and touches nothing else', async () => {
    const { hears, says, known } = await hearingOfFrank()
    await hears({ ...globex, sure: 'ask' })
    done(await says('beside'))
    expect(await known()).toMatchObject({ roles: ['CEO at Globex', 'buyer at Acme'], news: ['new-role'] })
    done(await says('not-so'))
    expect(await known()).toEqual(atAcme)
  })
})
