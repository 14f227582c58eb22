import { expect, test } from 'vitest'
import { type Interaction, lastContact } from '../../src/domain/interaction.js'

const contact = (id: string, on: string, at: string): Interaction => ({
  id,
  personId: 'frank',
  home: 'channel:C1',
  by: 'U1',
  at,
  on,
  kind: 'met',
  text: '',
  teammates: ['U1'],
})

test('nobody spoke to them yet', () => {
  expect(lastContact([])).toBeNull()
})

test('the last contact is the latest day, whenever it was typed', () => {
  const today = contact('today', '2026-11-24', '2026-11-24T10:00:00.000Z')
  const typedLater = contact('older', '2026-11-01', '2026-11-24T12:00:00.000Z')
  expect(lastContact([today, typedLater])?.id).toBe('today')
  expect(lastContact([typedLater, today])?.id).toBe('today')
})

test('of one day it is the one typed last', () => {
  const first = contact('first', '2026-11-24', '2026-11-24T10:00:00.000Z')
  const second = contact('second', '2026-11-24', '2026-11-24T11:00:00.000Z')
  expect(lastContact([first, second])?.id).toBe('second')
  expect(lastContact([second, first])?.id).toBe('second')
})
