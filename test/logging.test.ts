import { describe, expect, test } from 'vitest'
import { createLog } from '../src/logging.js'

const listening = (level: 'trace' | 'info' = 'trace') => {
  const lines: string[] = []
  const log = createLog({ level, write: (line) => lines.push(line) })
  return { log, lines, all: () => lines.join('') }
}

describe('What is logged', () => {
  test('a static text, the part that says it, and ids and numbers beside it', () => {
    const { log, lines } = listening()
    log
      .part('outbox')
      .info('Posted', { postId: '01J', channelId: 'C1', inMs: 250, on: '2026-11-24', ok: true })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      part: 'outbox',
      msg: 'Posted',
      postId: '01J',
      channelId: 'C1',
      inMs: 250,
      on: '2026-11-24',
      ok: true,
    })
  })

  test('nothing below the level', () => {
    const { log, lines } = listening('info')
    log.debug('Quiet')
    expect(lines).toEqual([])
  })
})

describe('What is never logged', () => {
  test.each([
    'xoxb-123-456-AbC',
    'xapp-1-A1-2-abcdef',
    'xwfp-1-2-3-abcdef',
    'xoxe.xoxb-1-abc',
    '8f742231b10e8888abcd99yyyzzz85a5'.replace(/[yz]/g, 'a'),
  ])('the token %s, wherever it stands', (token) => {
    const { log, all } = listening()
    log.error('Failed', { detail: `Bearer ${token}`, url: `/x/${token}`, err: new Error(`bad ${token}`) })
    log.error('Failed', { deep: [{ token, nested: { other: token } }] })
    expect(all()).not.toContain(token)
  })

  test('what people typed, whatever the field is called', () => {
    const { log, all } = listening()
    log.warn('Odd', {
      text: 'Frank',
      note: 'my daughter starts at Ohio',
      deep: { heard: ['she likes jazz'] },
    })
    expect(all()).not.toMatch(/Frank|daughter|jazz/)
    expect(all()).toContain('[26 characters]')
  })

  test('addresses, names, and passwords in addresses of databases', () => {
    const { log, all } = listening()
    log.warn('Odd', { who: 'Frank', name: 'Ana', seen: 'frank@acme.example' })
    log.error('Odd', { err: new Error('connect postgres://me:hunter2@db.example frank@acme.example') })
    expect(all()).not.toMatch(/Frank|Ana|frank@|hunter2/)
  })

  test('what an error quotes; its cause and where it came from stay', () => {
    const { log, lines, all } = listening()
    const cause = new SyntaxError(`Unexpected token 'h', "his daughter" is not valid JSON`)
    log.error('Failed', { err: new Error('Could not read', { cause }) })
    expect(all()).not.toContain('daughter')
    const { err } = JSON.parse(lines[0] ?? '')
    expect(err.message).toBe('Could not read')
    expect(err.at[0]).toContain('logging.test')
    expect(err.cause.name).toBe('SyntaxError')
  })

  test.each([
    [
      `Unexpected token 'h', "he said "Zarafelt" and" is not valid JSON`,
      'Unexpected token [quoted] is not valid JSON',
    ],
    ['no such column: Zarafelt', 'no such column: …'],
    ['Failed to parse URL from zarafelt.example/quokkas', 'Failed to parse URL from ….…/…'],
    ['it is cut in "Zarafelt and his quokkas', 'it is … in [quoted]'],
    ['read quillon@zarafelt', 'read [address]'],
    ['called 614 5550142', 'called 614 …'],
  ])('what an error says without quoting it: %s', (message, left) => {
    const { log, lines } = listening()
    log.error('Failed', { err: new Error(message) })
    expect(JSON.parse(lines[0] ?? '').err.message).toBe(left)
  })

  test('a line of a message that looks like a place in the program', () => {
    const { log, lines, all } = listening()
    log.error('Failed', { err: new Error('Failed\n    at Zarafelt (/quokkas:1:1)\n    at the plant') })
    expect(all()).not.toMatch(/Zarafelt|quokkas|plant/)
    expect(JSON.parse(lines[0] ?? '').err.at[0]).toContain('logging.test')
  })

  test('a single word, where no word of ours is expected; nor as a name or code of an error', () => {
    const { log, all } = listening()
    const error = Object.assign(new Error('x'), { name: 'Quillon Zarafelt', code: 'Quillon Zarafelt' })
    log.warn('Odd', { company: 'Globex', deep: ['Zarafelt'], err: error })
    expect(all()).not.toMatch(/Globex|Zarafelt/)
  })
})
