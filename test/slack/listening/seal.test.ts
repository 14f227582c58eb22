import type { ModalView } from '@slack/types'
import { expect, test } from 'vitest'
import { Seal } from '../../../src/slack/listening/seal.js'

const at = (day: number) => () => new Date(Date.UTC(2026, 10, day)).toISOString()
const seal = new Seal('xoxb-1', { workspaceId: 'T1' }, at(1))
const view: ModalView = {
  type: 'modal',
  callback_id: 'note',
  private_metadata: '{"channelId":"C1"}',
  title: { type: 'plain_text', text: 'Note' },
  blocks: [],
}
const sealed = String(seal.put(view, 'UANA').private_metadata)
const back = { callback_id: 'note', private_metadata: sealed }

test('what was shown comes back as it was, from another replica too', () => {
  const replica = new Seal('xoxb-1', { workspaceId: 'T1' }, at(7))
  expect(replica.read(back, 'UANA')).toEqual({ metadata: '{"channelId":"C1"}' })
})

test.each([
  ['of another user', seal, back, 'UBEN'],
  ['of another form', seal, { ...back, callback_id: 'edit' }, 'UANA'],
  ['of another workspace', new Seal('xoxb-1', { workspaceId: 'T2' }, at(1)), back, 'UANA'],
  ['under another token', new Seal('xoxb-2', { workspaceId: 'T1' }, at(1)), back, 'UANA'],
  ['with another place', seal, { ...back, private_metadata: sealed.replace('C1', 'C2') }, 'UANA'],
  ['with another time', seal, { ...back, private_metadata: sealed.replace(/\.\d/, '.9') }, 'UANA'],
  ['without a seal', seal, { ...back, private_metadata: '{"channelId":"C1"}' }, 'UANA'],
  ['with nothing', seal, { ...back, private_metadata: '' }, 'UANA'],
])('one %s is not believed', (_, reader, shown, userId) => {
  expect(reader.read(shown, userId)).toEqual({ broken: 'not-theirs' })
})

test('after a week it is too old', () => {
  const later = (day: number) => new Seal('xoxb-1', { workspaceId: 'T1' }, at(day)).read(back, 'UANA')
  expect(later(8)).toEqual({ metadata: '{"channelId":"C1"}' })
  expect(later(9)).toEqual({ broken: 'too-old' })
})

test('a view that carries nothing is sealed all the same', () => {
  const { private_metadata: _, callback_id: __, ...bare } = view
  const shown = String(seal.put(bare, 'UANA').private_metadata)
  expect(seal.read({ callback_id: '', private_metadata: shown }, 'UANA')).toEqual({ metadata: '' })
  expect(seal.read({ callback_id: '', private_metadata: shown }, 'UBEN')).toEqual({ broken: 'not-theirs' })
})
