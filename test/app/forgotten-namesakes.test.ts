import { describe, expect, it } from 'vitest'
import { forget } from '../../src/app/forgetting/forget.js'
import { retract } from '../../src/app/forgetting/retract.js'
import { whatGoes } from '../../src/app/forgetting/what-goes.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { anOffice, everything, type Office } from './office.js'
import { done } from './one-of-each.js'
import { type Script, theOutbox } from './outbox.js'

describe('what would go with somebody', () => {
  it('is not what names a namesake where the entry is theirs, but the address in it', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const one = await office.knows(ana, { addresses: ['frank@acme.example'] })
    const namesake = await office.knows(ana, { company: 'Initech' })
    const bell = await office.knows(ana, { name: 'Ortiz Bell' })
    done(await keepNote(office, ana, namesake.id, 'note', 'Frank Ortiz likes jazz'))
    expect(done(await whatGoes(office.uow, ana, one.id))).toMatchObject({
      mentions: 0,
      maybe: { entries: 0, words: [] },
    })
    done(await keepNote(office, ana, namesake.id, 'note', 'Frank Ortiz is not frank@acme.example'))
    done(await keepNote(office, ana, bell.id, 'note', 'said that Ortiz is on holiday'))
    expect(done(await whatGoes(office.uow, ana, one.id))).toMatchObject({
      mentions: 1,
      maybe: { entries: 0, words: [] },
    })
  })

  it('is what mentions the Slack user that they are', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana, { slackUserId: 'U0FRANK01' })
    const susan = await office.knows(ana, { name: 'Susan Bell' })
    done(await keepNote(office, ana, susan.id, 'note', 'ask <@U0FRANK01>'))
    expect(done(await whatGoes(office.uow, ana, frank.id))).toMatchObject({ mentions: 1 })
  })

  it('is not a last name by itself that is a company’s too: it is counted apart', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana, { name: 'Wendelin Ottokar' })
    const susan = await office.knows(ana, { name: 'Susan Bell', company: 'Globex' })
    done(await keepNote(office, ana, susan.id, 'note', 'buys from Ottokar'))
    expect(done(await whatGoes(office.uow, ana, frank.id))).toMatchObject({ mentions: 1 })
    await office.knows(ana, { name: 'Lily Chen', company: 'Ottokar Lighting' })
    expect(done(await whatGoes(office.uow, ana, frank.id))).toMatchObject({
      mentions: 0,
      maybe: { entries: 1, words: ['ottokar'] },
    })
  })
})

describe('messages that told of somebody forgotten', () => {
  /** As many messages as given told of Frank, who is forgotten. */
  const forgotten = async (messages: number, script: Partial<Script> = {}) => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    await office.uow.keep(everything, async ({ told }) => {
      const of = await told.whom('Frank Ortiz likes jazz')
      for (let n = 1; n <= messages; n++)
        await told.record({ kind: 'message', channelId: 'DANA', ref: `${n}.0` }, of)
    })
    await forget(office.uow, ana, frank.id)
    return { office, outbox: theOutbox(office, script) }
  }
  const outstanding = ({ uow }: Office) => uow.keep(everything, ({ told }) => told.outstanding())

  it('all go, however many there are', async () => {
    const { office, outbox } = await forgotten(21)
    expect(await retract(outbox.ports, 'T1')).toBe(21)
    expect(new Set(outbox.calls).size).toBe(21)
    expect(await outstanding(office)).toBe(0)
  })

  it.each([
    [
      'half a minute when Slack does not say how long',
      { kind: 'temporary', code: 'x', retryAfterMs: null },
      30_000,
    ],
    ['ten minutes when somebody has to mend it first', { kind: 'permanent', code: 'missing_scope' }, 600_000],
  ] as const)('wait %s', async (_, refusal, ms) => {
    const { office, outbox } = await forgotten(1, { remove: [refusal, { kind: 'ok' }] })
    expect(await retract(outbox.ports, 'T1')).toBe(0)
    outbox.pause(ms - 1)
    expect(await retract(outbox.ports, 'T1')).toBe(0)
    expect(await outstanding(office)).toBe(1)
    outbox.pause(2)
    expect(await retract(outbox.ports, 'T1')).toBe(1)
    expect(outbox.calls).toEqual(['remove 1.0', 'remove 1.0'])
    expect(await outstanding(office)).toBe(0)
  })
})
