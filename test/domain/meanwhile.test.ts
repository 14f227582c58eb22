import { describe, expect, test } from 'vitest'
import { filledAgain, meanwhile, seenAgain } from '../../src/domain/meanwhile.js'

type Form = { readonly text: string; readonly on: string; readonly state: string }
const seen: Form = { text: 'a', on: '1', state: 'open' }

describe('a form that was open while others changed things', () => {
  test('writes what was typed over what is now, and keeps what only others changed', () => {
    const changed = meanwhile(seen, { ...seen, text: 'mine' }, { ...seen, on: '2' })
    expect(changed).toEqual({
      next: { text: 'mine', on: '2', state: 'open' },
      mine: ['text'],
      both: [],
      theirs: ['on'],
    })
  })

  test('names the fields that both changed, unless to the same', () => {
    const typed = { text: 'mine', on: '2', state: 'kept' }
    const now = { text: 'theirs', on: '2', state: 'open' }
    expect(meanwhile(seen, typed, now)).toMatchObject({ both: ['text'], theirs: [], mine: ['text', 'state'] })
  })

  test('that nobody remembers the filling of may have been changed in every field that differs', () => {
    expect(meanwhile(null, { ...seen, text: 'mine' }, seen).both).toEqual(['text'])
    expect(meanwhile(null, seen, seen).both).toEqual([])
  })

  test('comes back knowing what both changed; what others changed stays theirs, whatever stands in the field', () => {
    const typed = { text: 'mine', on: '1', state: 'open' }
    const now = { text: 'theirs', on: '2', state: 'open' }
    const changed = meanwhile(seen, typed, now)
    const again = seenAgain(seen, now, changed)
    expect(filledAgain(typed, now, changed)).toEqual({ text: 'mine', on: '2', state: 'open' })
    for (const on of ['1', '2'])
      expect(meanwhile(again, { ...typed, on }, now)).toMatchObject({
        both: [],
        next: { text: 'mine', on: '2' },
      })
    // A third change is seen again.
    expect(meanwhile(again, typed, { ...now, text: 'anew' }).both).toEqual(['text'])
  })
})
