import { expect, it } from 'vitest'
import type { Instant } from '../../src/domain/local-time.js'
import { runPass } from '../../src/scheduler/pass.js'
import { anOffice, everything, monday } from '../app/office.js'
import { theOutbox } from '../app/outbox.js'

const draft = { id: 'd1', userId: 'UANA', text: 'x' }
const [yesterday, tomorrow] = ['2026-11-22T16:00:00.000Z', '2026-11-24T16:00:00.000Z']

const isKept = async ({ now, realNow }: { now: Instant; realNow: Instant }): Promise<boolean> => {
  const office = await anOffice()
  await office.uow.keep(everything, ({ desk }) => desk.putDraft({ ...draft, expiresAt: monday }))
  const { ports } = theOutbox(office)
  await runPass({ ...office, ...ports, realClock: () => realNow }, 'T1', now)
  const longAgo = '2026-01-01T00:00:00.000Z'
  return office.uow.keep(
    everything,
    async ({ desk }) => (await desk.draft(draft.id, draft.userId, longAgo)) !== null,
  )
}

it('a pass clears away what is over by both clocks alone, its own and the machine’s', async () => {
  expect(monday > yesterday && monday < tomorrow).toBe(true)
  expect(await isKept({ now: tomorrow, realNow: tomorrow })).toBe(false)
  expect(await isKept({ now: yesterday, realNow: tomorrow })).toBe(true)
  expect(await isKept({ now: tomorrow, realNow: yesterday })).toBe(true)
})
