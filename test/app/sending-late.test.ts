import { expect, it } from 'vitest'
import { sendPost } from '../../src/app/nudges/send.js'
import { otherwise } from './answers-otherwise.js'
import { monday } from './office.js'
import { planned, sent } from './outbox.js'

const sending = { workspaceId: 'T1', now: monday }

it('a process that stood still between its claim and the call does not make it, and the next try needs no look', async () => {
  const { outbox, id } = await planned()
  const { directory } = outbox.ports
  const slowly = otherwise(directory, {
    freshChannel: (channelId: string) => {
      outbox.pause(25_000)
      return directory.freshChannel(channelId)
    },
  })
  expect(await sendPost({ ...outbox.ports, directory: slowly }, sending, id)).toBe('waiting')
  expect(outbox.calls).toEqual([])
  expect(await outbox.send(id)).toBe('sent')
  expect(outbox.calls).toEqual(['post channel:CUSTOMERS'])
})

/** A call that Slack answers when it is told to. */
const held = () => {
  let answer = (): void => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  return { answer, answered }
}

it('what Slack puts off for a process that was too slow changes nothing for the one that has taken over', async () => {
  const { outbox, id } = await planned({ find: [null] })
  const { messenger } = outbox.ports
  const call = held()
  let began = (): void => {}
  const hasBegun = new Promise<void>((resolve) => {
    began = resolve
  })
  const hanging = otherwise(messenger, {
    post: async () => {
      began()
      await call.answered
      return { kind: 'temporary', code: 'ratelimited', retryAfterMs: 1_000 } as const
    },
  })
  const slow = sendPost({ ...outbox.ports, sender: 'slow', messenger: hanging }, sending, id)
  await hasBegun
  outbox.pause(31_000)
  // Taken over: it was tried, so it is looked for, and looked for again a while later.
  expect(await outbox.send(id)).toBe('waiting')
  const before = await outbox.post(id)
  expect(before).toMatchObject({ state: 'uncertain', attempts: 1, looks: 1 })
  call.answer()
  await slow
  expect(await outbox.post(id)).toEqual(before)
})

it('what the slow one did post is not posted again by the one that has taken over', async () => {
  const { outbox, id } = await planned({ find: [null] })
  const { messenger } = outbox.ports
  const call = held()
  let began = (): void => {}
  const hasBegun = new Promise<void>((resolve) => {
    began = resolve
  })
  const hanging = otherwise(messenger, {
    post: async () => {
      began()
      await call.answered
      return sent
    },
  })
  const slow = sendPost({ ...outbox.ports, sender: 'slow', messenger: hanging }, sending, id)
  await hasBegun
  outbox.pause(31_000)
  expect(await outbox.send(id)).toBe('waiting')
  call.answer()
  expect(await slow).toBe('sent')
  outbox.pause(120_000)
  expect(await outbox.send(id)).toBe('taken')
  expect(outbox.calls).toEqual(['find'])
})
