import { expect, it } from 'vitest'
import { ok } from '../../src/app/outcome.js'
import { handOver } from '../../src/app/people/hand-over.js'
import { heldBack } from '../../src/app/ports/messenger.js'
import { channelHome, teammateHome } from '../../src/domain/audience.js'
import { sendWaiting } from '../../src/scheduler/pass.js'
import { anOffice, everything, saturday } from './office.js'
import { theOutbox } from './outbox.js'

const outage = {
  kind: 'outage',
  from: '2026-11-20T01:00:00.000Z',
  to: '2026-11-20T02:00:00.000Z',
  why: 'slack',
} as const

it('A hand-over on a Saturday does not wait behind all that waits for Monday', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  const draft = {
    kind: 'settings',
    by: 'UANA',
    at: saturday,
    place: channelHome('CUSTOMERS'),
    personId: null,
    cause: null,
  } as const
  await office.uow.act(everything, draft, async ({ places, notices, journal }) => {
    const home = teammateHome('UANA')
    await places.know(home, 'America/Chicago')
    for (let n = 0; n < 60; n++) await notices.give(home, outage, '2026-11-20T03:00:00.000Z', '2026-11-20')
    return ok(await journal.length())
  })
  await handOver(office, ana, frank.id, 'UBEN')
  const outbox = theOutbox(office)
  expect(
    await sendWaiting({ ...outbox.ports, newId: office.newId }, everything.workspaceId, saturday),
  ).toEqual(['sent'])
  expect(outbox.calls).toEqual(['post teammate:UBEN'])
})

it('A post that is held back is no trouble of its place, and goes out when it may', async () => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  await handOver(office, ana, frank.id, 'UBEN')
  const held = { kind: 'temporary', code: heldBack, retryAfterMs: 5_000 } as const
  const outbox = theOutbox(office, { post: [held, { kind: 'sent', channelId: 'D1', ts: '1.1' }] })
  const send = () => sendWaiting({ ...outbox.ports, newId: office.newId }, everything.workspaceId, saturday)
  expect(await send()).toEqual(['waiting'])
  const troubles = await office.uow.keep(everything, (stores) => stores.troubles.standing())
  expect(troubles).toEqual([])
  outbox.pause(4_999)
  expect(await send()).toEqual([])
  outbox.pause(1)
  // It was never posted, so nobody looks for it first.
  expect(await send()).toEqual(['sent'])
  expect(outbox.calls).toEqual(['post teammate:UBEN', 'post teammate:UBEN'])
})
