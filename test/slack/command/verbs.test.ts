import { describe, expect, test } from 'vitest'
import { readCommand } from '../../../src/slack/command/grammar.js'
import { isVerb, nearestVerbs, verbOf, verbs } from '../../../src/slack/command/verbs.js'
import { read } from './reading.js'

describe('the verb', () => {
  test.each([
    ['note frank hi', 'note', true, 'frank hi'],
    ['NOTE  frank hi', 'note', true, 'frank hi'],
    ['note\nfrank', 'note', true, 'frank'],
    ['note: frank', 'note', true, 'frank'],
    ['/person note frank', 'note', true, 'frank'],
    ['`/person note frank hi`', 'note', true, 'frank hi'],
    ['`note` frank', 'show', false, '`note` frank'],
    ['notes frank', 'show', false, 'notes frank'],
    ['frank note', 'show', false, 'frank note'],
    ['constructor', 'show', false, 'constructor'],
    ['__proto__', 'show', false, '__proto__'],
    ['/person', 'hello', false, ''],
    ['', 'hello', false, ''],
  ])('of "%s" is %s', (text, verb, typed, rest) => {
    expect(readCommand(text)).toMatchObject({ verb, typed, rest })
  })

  test('is known by its word alone', () => {
    expect([isVerb('due'), isVerb('Due'), isVerb('toString')]).toEqual([true, false, false])
    expect([verbOf('Due!'), verbOf('overdone'), verbOf('x'.repeat(4000))]).toEqual(['due', null, null])
  })
})

describe('a mistyped verb', () => {
  test.each([
    ['nte', ['note']],
    ['ntoe', ['note']],
    ['hlep', ['help']],
    ['asked', ['ask']],
    ['meet', ['met']],
    ['promised', ['promise']],
    ['brokee', ['broke']],
    ['dtae', ['date']],
    ['tei', ['tie']],
    ['al', []],
    ['ta', []],
    ['dana', []],
    ['call', ['called']],
    ['email', ['emailed']],
    ['ann', []],
    ['Delete', ['forget']],
    ['search', ['find']],
    ['spoke', ['met', 'called']],
    ['ad', ['add']],
    ['fro', []],
    ['x'.repeat(4000), []],
    ['', []],
  ])('%s may have been %j', (word, near) => {
    expect(nearestVerbs(word)).toEqual(near)
  })
  test('is offered the two nearest at most, and never the greeting', () => {
    expect(nearestVerbs('nome')).toEqual(['note', 'home'])
    expect(nearestVerbs('hullo')).not.toContain('hello')
  })
})

test.each(Object.entries(verbs))('the example of %s is a command that is understood', (verb, line) => {
  // An example mentions a channel and a teammate as Slack shows them; pasted, Slack makes them mentions.
  const text = line.example('frank').replace('#channel', '<#C1|channel>').replace('@ana', '<@UANA|ana>')
  const { verb: understood, details } = read(text)
  expect(understood).toBe(verb)
  expect(details?.kind).toBe(verb)
})
