import { expect, it } from 'vitest'
import type { Instant } from '../../src/domain/local-time.js'
import { runPass } from '../../src/scheduler/pass.js'
import { anOffice, everything, monday } from '../app/office.js'
import { theOutbox } from '../app/outbox.js'

const draft = { id: 'd1', userId: 'UANA', text: 'x' }
const [yesterday, tomorrow] = ['2026-11-22T16:00:00.000Z', '2026-11-24T16:00:00.000Z']

type Days = { readonly now: Instant; readonly asked: Instant; readonly realNow: Instant }

const isKept = async ({ now, asked, realNow }: Days): Promise<boolean> => {
  const office = await anOffice()
  await office.uow.keep(everything, ({ desk }) => desk.putDraft({ ...draft, expiresAt: monday }))
  const { ports } = theOutbox(office)
  await runPass({ ...office, ...ports, clock: () => asked, realClock: () => realNow }, 'T1', now)
  const longAgo = '2026-01-01T00:00:00.000Z'
  return office.uow.keep(
    everything,
    async ({ desk }) => (await desk.draft(draft.id, draft.userId, longAgo)) !== null,
  )
}

it('a pass clears away what is over by every clock alone: its own, the one people ask by and the machine’s', async () => {
  expect(monday > yesterday && monday < tomorrow).toBe(true)
  const over: Days = { now: tomorrow, asked: tomorrow, realNow: tomorrow }
  expect(await isKept(over)).toBe(false)
  expect(await isKept({ ...over, now: yesterday })).toBe(true)
  expect(await isKept({ ...over, asked: yesterday })).toBe(true)
  expect(await isKept({ ...over, realNow: yesterday })).toBe(true)
})
