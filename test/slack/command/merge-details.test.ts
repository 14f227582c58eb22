import { describe, expect, it } from 'vitest'
import { firstOfTwo, readMerge, readUnmerge } from '../../../src/slack/command/merge-details.js'
import { unescapeSlack } from '../../../src/slack/command/words.js'

describe('merge WHO and WHO', () => {
  it.each([
    ['and susan', 'susan', 'named-first'],
    ['with Susan Bell', 'Susan Bell', 'named-first'],
    ['&amp; susan', 'susan', 'named-first'],
    ['+susan', 'susan', 'named-first'],
    [': and susan', 'susan', 'named-first'],
    ['AND: susan@acme.example', 'susan@acme.example', 'named-first'],
    ['into susan', 'susan', 'named-second'],
    ['Into Susan Bell', 'Susan Bell', 'named-second'],
  ])('%s', (typed, who, stays) => {
    expect(readMerge(unescapeSlack(typed))).toEqual({ kind: 'merge', who, stays })
  })

  it('asks for the other where nobody is named, and keeps what was typed', () => {
    for (const typed of ['and', 'and ...', 'susan', 'andrea', 'without susan', 'and: -'])
      expect(readMerge(typed)).toMatchObject({ kind: 'refusal', reason: 'no-second', text: typed })
    expect(readMerge('  ')).toEqual({ kind: 'merge', who: null, stays: 'named-first' })
  })

  it('reads the first name up to an "and", also where one stands in a name', () => {
    const texts = (typed: string) => firstOfTwo(typed).map(({ text }) => text)
    expect(texts('frank ortiz and susan')).toEqual(['frank ortiz'])
    expect(texts('sand and stone and susan bell')).toEqual(['sand and stone', 'sand'])
    expect(texts('frank ortiz')).toEqual(['frank ortiz', 'frank'])
    expect(texts('andrea and fernand')).toEqual(['andrea'])
    expect(texts('')).toEqual([])
  })
})

describe('unmerge WHO', () => {
  it('may say whom to take out', () => {
    for (const typed of ['and Susan Bell', ': with Susan Bell', 'from Susan Bell', 'Susan Bell'])
      expect(readUnmerge(typed)).toEqual({ kind: 'unmerge', name: 'Susan Bell' })
    expect(readUnmerge('')).toEqual({ kind: 'unmerge', name: '' })
  })
})
