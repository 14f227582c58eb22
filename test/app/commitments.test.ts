import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { closeCommitment } from '../../src/app/commitments/close-commitment.js'
import { commit } from '../../src/app/commitments/commit.js'
import { openCommitments } from '../../src/app/commitments/open-commitments.js'
import { takeBack } from '../../src/app/take-back.js'
import type { Commitment } from '../../src/domain/commitment.js'
import { anOffice, everything, type Office } from './office.js'

const promised = async (
  office: Office,
  asker: Asker,
  personId: string,
  text: string,
  dueOn: string | null = null,
): Promise<Commitment> => {
  const made = await commit(office, asker, { personId, kind: 'promise', text, dueOn })
  if (!made.ok) throw new Error(made.why.reason)
  return made.value.commitment
}
const open = async (office: Office, asker: Asker, personId: string, words = '') => {
  const found = await openCommitments(office.uow, asker, personId, words)
  if (!found.ok) return found.why.reason
  return found.value.open.map(({ commitment }) => commitment.text)
}

describe('promises and steps', () => {
  it('are the promiser’s, of the place where they were typed, on the promiser’s day', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const ana = await office.asker('UANA', 'QUIET')
    const made = await commit(office, ana, {
      personId: frank.id,
      kind: 'step',
      text: 'measures the ceiling',
      dueOn: ana.today,
    })
    expect(made).toMatchObject({
      value: {
        commitment: { by: 'UANA', home: 'channel:QUIET', on: '2026-11-21', kind: 'step', closed: null },
        // A Saturday: the working day before it is over.
        raisedOn: '2026-11-20',
      },
    })
    const theirs = await office.asker('UBEN')
    expect(await open(office, ana, frank.id)).toEqual(['measures the ceiling'])
    expect(await open(office, theirs, frank.id)).toBe('nothing-open')
  })

  it('are brought up on a working day of the place that reads of them', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const raisedOn = async (asker: Asker, text: string) => {
      const draft = { personId: frank.id, kind: 'promise', text, dueOn: '2026-11-29' } as const
      const made = await commit(office, asker, draft)
      return made.ok ? made.value.raisedOn : made.why
    }
    expect(await raisedOn(ana, 'call')).toBe('2026-11-27')
    await office.uow.keep(everything, ({ places }) => places.change(frank.home, { holidays: ['2026-11-27'] }))
    expect(await raisedOn(ana, 'write')).toBe('2026-11-26')
    expect(await raisedOn(await office.asker('UANA', 'QUIET'), 'visit')).toBe('2026-11-27')
  })

  it('are for a day still to come, and no longer than a note', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const draft = { personId: frank.id, kind: 'promise', text: 'call' } as const
    expect(await commit(office, ana, { ...draft, dueOn: '2026-11-20' })).toMatchObject({
      why: { reason: 'day-passed', what: 'promise', name: 'Frank Ortiz', on: '2026-11-20' },
    })
    const long = { ...draft, text: 'x'.repeat(12_001), dueOn: null }
    expect(await commit(office, ana, long)).toMatchObject({ why: { reason: 'text-too-long' } })
    expect(await commit(office, ana, { ...draft, personId: 'nobody', dueOn: null })).toMatchObject({
      why: { reason: 'person-gone' },
    })
    expect(await open(office, ana, frank.id)).toBe('nothing-open')
  })

  it('are closed once, by whoever may see them, and opened again by undo', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const ben = await office.asker('UBEN')
    const frank = await office.knows(ana)
    const { id } = await promised(office, ana, frank.id, 'send the sample')
    expect(await closeCommitment(office, ben, id, 'kept')).toMatchObject({
      value: { commitment: { closed: { as: 'kept', on: '2026-11-21', by: 'UBEN' } } },
    })
    expect(await closeCommitment(office, ana, id, 'broken')).toMatchObject({
      why: { reason: 'closed-already', what: 'promise', name: 'Frank Ortiz', as: 'kept', by: 'UBEN' },
    })
    // Pressed twice, it was oneself.
    expect(await closeCommitment(office, ben, id, 'kept')).toMatchObject({
      why: { reason: 'closed-already', by: null },
    })
    expect(await takeBack(office, ana, null)).toMatchObject({ why: { reason: 'built-on', by: 'UBEN' } })
    expect(await takeBack(office, ben, null)).toMatchObject({ ok: true })
    expect(await open(office, ana, frank.id)).toEqual(['send the sample'])
  })

  it('are not there for whoever may not see them', async () => {
    const office = await anOffice()
    const frank = await office.knows(await office.asker())
    const quiet = await office.asker('UANA', 'QUIET')
    const { id } = await promised(office, quiet, frank.id, 'a word with his boss')
    const ben = await office.asker('UBEN')
    expect(await closeCommitment(office, ben, id, 'kept')).toMatchObject({ why: { reason: 'entry-gone' } })
    expect(await open(office, quiet, frank.id)).toEqual(['a word with his boss'])
  })

  it('count once however often Slack repeats itself', async () => {
    const office = await anOffice()
    const ana = { ...(await office.asker()), cause: 'trigger-1' }
    const frank = await office.knows(await office.asker())
    const draft = { personId: frank.id, kind: 'promise', text: 'call', dueOn: null } as const
    const once = await commit(office, ana, draft)
    expect(await commit(office, ana, draft)).toMatchObject({ why: { reason: 'repeated' } })
    expect(await open(office, ana, frank.id)).toEqual(['call'])
    const again = { ...ana, cause: 'trigger-2' }
    const id = once.ok ? once.value.commitment.id : ''
    await closeCommitment(office, again, id, 'kept')
    expect(await closeCommitment(office, again, id, 'kept')).toMatchObject({ why: { reason: 'repeated' } })
  })

  it('are found by all of the words, whole or begun; else all that are open are offered', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    await promised(office, ana, frank.id, 'send the Sämple by post', '2026-12-01')
    await promised(office, ana, frank.id, 'send the offer', '2026-11-25')
    await promised(office, ana, frank.id, 'one day a visit')
    const all = ['send the offer', 'send the Sämple by post', 'one day a visit']
    expect(await open(office, ana, frank.id)).toEqual(all)
    expect(await open(office, ana, frank.id, 'SEND')).toEqual(all.slice(0, 2))
    expect(await open(office, ana, frank.id, 'post samp')).toEqual(['send the Sämple by post'])
    expect(await open(office, ana, frank.id, 'send visit')).toEqual(all)
    const fits = async (words: string) => {
      const found = await openCommitments(office.uow, ana, frank.id, words)
      return found.ok && found.value.fitting
    }
    expect([await fits(''), await fits('visit'), await fits('moon')]).toEqual([true, true, false])
  })

  it('say whether more people see them than read here', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const quiet = await office.asker('UANA', 'QUIET')
    await promised(office, ana, frank.id, 'open to all', '2026-11-25')
    await promised(office, quiet, frank.id, 'a quiet one', '2026-11-26')
    const wider = async (asker: Asker) => {
      const found = await openCommitments(office.uow, asker, frank.id, '')
      return found.ok ? found.value.open.map(({ seenWider }) => seenWider) : found.why
    }
    expect(await wider(await office.asker())).toEqual([false, false])
    expect(await wider(quiet)).toEqual([true, false])
    expect(await wider(await office.asker('UANA', null))).toEqual([true, true])
  })
})
