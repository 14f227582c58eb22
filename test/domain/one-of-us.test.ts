import { expect, test } from 'vitest'
import { withoutTeammates } from '../../src/domain/one-of-us.js'

test.each([
  ['@ana solved it, said <@U0BEN>', 'one of us solved it, said one of us'],
  ['Ana Ruiz solved it with Ben', 'one of us solved it with one of us'],
  [
    'write to ana@acme.example, or ana.ruiz+x@acme.example',
    'write to ana@acme.example, or ana.ruiz+x@acme.example',
  ],
  ['Banana and Anaïs, Benno and Anas', 'Banana and Anaïs, Benno and Anas'],
  ['“Ana’s idea (Ben)”', '“one of us’s idea (one of us)”'],
  ['nobody of ours', 'nobody of ours'],
])('“%s” names no teammate', (text, left) => {
  expect(withoutTeammates(text, ['Ana Ruiz', 'Ana', 'Ben', 'Z (x) [y] $1', ''])).toBe(left)
})
