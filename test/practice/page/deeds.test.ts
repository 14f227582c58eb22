import { expect, it } from 'vitest'
import { closeAfterEach } from '../support/open-slack.js'
import { openPage } from './support.js'

closeAfterEach()

it('types a command, presses its button, and shows it to its asker alone', async () => {
  const { ana, ben, sales, look, act } = await openPage()
  await act({ do: 'type', channel: sales.id, text: '/try it' })
  const { messages } = await look()
  expect(messages).toMatchObject([{ isEphemeral: true, blocks: [{ block_id: 'row' }] }])
  expect((await look(ben.id)).messages).toEqual([])
  const where = { channel: sales.id, ts: messages[0]?.ts ?? '' }
  await act({ do: 'press', where, name: 'row/go' })
  expect((await look(ana.id)).messages).toMatchObject([{ text: 'Gone', isEdited: true }])
  expect((await act({ do: 'press', where: { channel: sales.id, ts: '1.0' }, name: 'x' })).error).toContain(
    'sees no message',
  )
})

it('fills in a form, keeps what is half filled in, and says what is missing', async () => {
  const { sales, look, act } = await openPage()
  await act({ do: 'type', channel: sales.id, text: '/try form' })
  const { modal } = await look()
  expect(modal).toMatchObject({ title: 'Who', submit: 'Keep', depth: 1 })
  expect(await act({ do: 'submit', values: { 'name/name': '' } })).toEqual({
    errors: { name: 'Please complete this required field.' },
  })
  await act({ do: 'choose', where: { view: modal?.id ?? '' }, name: 'name/name', value: 'Fra' })
  expect((await look()).modal?.values).toMatchObject({ name: { name: { value: 'Fra' } } })
  expect(await act({ do: 'submit', values: { 'name/name': 'Frank' } })).toEqual({})
  expect((await look()).modal).toBeUndefined()
})

it('talks, reacts, changes and takes back, and moves the clock', async () => {
  const { sales, ben, look, act } = await openPage()
  await act({ do: 'type', channel: sales.id, text: 'hello' })
  const on = { channel: sales.id, ts: (await look()).messages[0]?.ts ?? '' }
  await act({ do: 'react', ...on, emoji: 'coffee', off: false })
  await act({ do: 'edit', ...on, text: 'hello there' })
  expect((await act({ do: 'edit', ...on, text: 'mine now' }, ben.id)).error).toContain('ben wrote no message')
  const [message] = (await look()).messages
  expect(message).toMatchObject({ text: 'hello there', isEdited: true })
  expect(Object.keys(message?.reactions ?? {})).toEqual(['coffee'])
  await act({ do: 'clock', step: 'hour' })
  expect((await look()).clock.now).toBe('2026-11-24T10:00:00.000Z')
  expect((await act({ do: 'clock', step: 'soon' })).error).toContain('"soon" is none of')
  await act({ do: 'remove', ...on })
  expect((await look()).messages).toEqual([])
})

it('turns faults on, and off once they were met', async () => {
  const { slack, look, act } = await openPage()
  await act({ do: 'switch', which: 'losesNext', on: true })
  await act({ do: 'switch', which: 'isDown', on: true })
  expect((await look()).switches).toEqual({ isDown: true, losesNext: true, limitsNext: false })
  expect((await look()).bot.standing).toBe('connecting')
  await act({ do: 'switch', which: 'isDown', on: false })
  const lost = fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST' })
  await expect(lost).rejects.toThrow()
  expect((await look()).switches.losesNext).toBe(false)
})

it('says in a plain sentence that nobody reads a file, and drops one where it is read', async () => {
  const { slack, ana, sales, act, look } = await openPage()
  const away = slack.places.add({ name: 'away', members: [ana.id], withBot: false })
  const query = new URLSearchParams({ user: ana.id, name: 'people.csv' })
  const headers = { 'content-type': 'application/octet-stream' }
  const sent = await fetch(`${slack.origin}/page/file?${query}`, { method: 'POST', headers, body: 'a,b' })
  const { id: file } = (await sent.json()) as { id: string }
  const { error } = await act({ do: 'drop', channel: away.id, file })
  expect(error).toBe('Tester does not read files here. Type what it should know instead.')
  expect(await act({ do: 'drop', channel: sales.id, file })).toEqual({})
  expect((await look()).messages).toMatchObject([{ files: [{ name: 'people.csv' }] }])
})
