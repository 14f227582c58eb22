import { describe, expect, it, test } from 'vitest'
import { plusDays } from '../../src/domain/local-time.js'
import { type Asked, type Conversation, type Heard, mirrorOf } from '../../src/domain/mirror.js'

const today = '2026-11-24'
const talk = (n: number, text = 'walked the plant'): Conversation => ({
  personIds: [`p${n}`],
  on: plusDays(today, -n),
  text,
})
const talks = (count: number, text?: string): Conversation[] =>
  Array.from({ length: count }, (_, n) => talk(n, text))
const words = (n: number): Heard => ({ personId: `p${n}`, on: plusDays(today, -n) })
const question = (n: number, daysBefore: number, answeredAfter: number | null = null): Asked => {
  const on = plusDays(today, -n - daysBefore)
  const answered =
    answeredAfter === null ? null : { on: plusDays(on, answeredAfter), by: 'UANA', noteId: null }
  return { personId: `p${n}`, on, answered }
}
const counts = (...given: Parameters<typeof mirrorOf>) => {
  const mirror = mirrorOf(...given)
  return mirror === null ? null : [mirror.of, mirror.asked, mirror.heard, mirror.told]
}

describe('a mirror', () => {
  it('says nothing of fewer than five conversations, and looks at the last twenty', () => {
    expect(counts(talks(4), [], [])).toBeNull()
    expect(counts(talks(5), [], [])).toEqual([5, 0, 0, 5])
    expect(counts(talks(30), [words(25)], [])).toEqual([20, 0, 0, 20])
  })

  it('counts a conversation of which words were kept as heard, of that day and that person alone', () => {
    expect(counts(talks(6), [words(1), words(1), { ...words(2), on: today }], [])).toEqual([6, 0, 1, 5])
    const both = { personIds: ['p8', 'p9'], on: today, text: '' }
    expect(counts([both, ...talks(5)], [{ personId: 'p9', on: today }], [])).toEqual([6, 0, 1, 5])
  })

  test.each<[string, Asked, number]>([
    ['was answered on that day', question(1, 90, 90), 1],
    ['was written down for it, and is open still', question(1, 3), 1],
    ['was written down on that day', question(1, 0), 1],
    ['was open then, and answered later', question(1, 3, 10), 1],
    ['was answered before', question(1, 10, 4), 0],
    ['has been open for ever', question(1, 90), 0],
    ['was written down afterwards', question(1, -1), 0],
    ['is for somebody else', { ...question(1, 3), personId: 'p9' }, 0],
  ])('counts as asked when a question for them %s', (_, asked, how) => {
    expect(counts(talks(6), [], [asked])?.[1]).toBe(how)
  })

  it('counts as asked what holds a question, and both where both are so', () => {
    expect(counts([talk(0, 'why now? no idea'), ...talks(6).slice(1)], [words(0)], [])).toEqual([6, 1, 1, 5])
  })
})

test('one thing is suggested', () => {
  const suggested = (heard: number, asked: number) =>
    mirrorOf(
      talks(6),
      Array.from({ length: heard }, (_, n) => words(n)),
      Array.from({ length: asked }, (_, n) => question(n, 0)),
    )?.suggestion
  expect(suggested(2, 6)).toBe('keep-words')
  expect(suggested(3, 2)).toBe('bring-a-question')
  expect(suggested(3, 3)).toBe('pass-it-on')
})
