import { describe, expect, test } from 'vitest'
import type { Greeting } from '../../../src/app/people/greet.js'
import { readCommand } from '../../../src/slack/command/grammar.js'
import { verbs } from '../../../src/slack/command/verbs.js'
import { comingUpView } from '../../../src/slack/views/coming-up-view.js'
import { around } from '../../../src/slack/views/excerpt.js'
import { findingsView } from '../../../src/slack/views/findings-view.js'
import { greetingView } from '../../../src/slack/views/greeting-view.js'
import { helpGroups, helpLines } from '../../../src/slack/views/help-lines.js'
import { helpView } from '../../../src/slack/views/help-view.js'
import { ben, ctx, frank, inPublic, today } from './known.js'
import { pressables } from './reading.js'

const name = { id: 'p-frank', name: 'Frank Ortiz', role: 'facilities manager at Acme Lighting' }

describe('who comes up', () => {
  test('in their order, with the day and the place, and what is written down for it', () => {
    const promise = { kind: 'promise', text: 'call', on: '2026-11-29', raisedOn: '2026-11-26' } as const
    const why = [
      { ...promise, kind: 'trigger', text: 'lease ends', on: '2027-06-30' },
      promise,
      { ...promise, kind: 'step', on: today },
      promise,
    ] as const
    const reply = comingUpView(
      {
        people: [
          { person: frank(), role: name.role, on: '2026-11-20', channelId: 'C1', why: [] },
          { person: frank({ name: 'Lily Wong' }), role: '', on: today, channelId: 'C1', why: [] },
          { person: frank({ name: 'Susan Bell' }), role: '', on: '2026-11-26', channelId: null, why },
        ],
        offset: 15,
        more: true,
      },
      ctx(),
    )
    expect(reply.text.split('\n').slice(0, 4)).toEqual([
      'Who comes up, and when:',
      'Frank Ortiz · facilities manager at Acme Lighting: now, in <#C1>',
      'Lily Wong: today, in <#C1>',
      'Susan Bell: on Thu 26 Nov, by DM (“lease ends” on 30 June 2027, promise due Sun 29 Nov, their step due today, and 1 more)',
    ])
    expect(pressables(reply).map(({ label, value }) => [label, value])).toEqual([
      ['Back', '0'],
      ['Further on', '18'],
    ])
  })

  test('nobody: how to begin', () => {
    expect(comingUpView({ people: [], offset: 0, more: false }, ctx()).text).toContain(
      '`/person every frank 3 weeks`',
    )
  })
})

describe('what is found', () => {
  const found = { kind: 'heard', id: 'n1', person: name, on: '2026-11-23', by: ben } as const

  test('people first, then the words around the match', () => {
    const text = `${'before '.repeat(30)}my daughter starts at Ohio State${' after'.repeat(30)}`
    const reply = findingsView(
      {
        words: ['ohio'],
        people: [name],
        entries: [{ ...found, text }],
        offset: 0,
        more: true,
        wholeWords: false,
      },
      'ohio',
      'd1',
      ctx(),
    )
    expect(reply.text).toContain('Frank Ortiz · facilities manager at Acme Lighting')
    expect(reply.text).toMatch(
      /Frank Ortiz said yesterday: “… before .*my daughter starts at Ohio State after.* …”/,
    )
    expect(pressables(reply).map(({ actionId, value }) => [actionId, value])).toEqual([
      ['card', 'p-frank'],
      ['find-page', 'd1:2'],
    ])
  })

  test('a day with the day, and a way to be reached as a sentence', () => {
    const entries = [
      { ...found, kind: 'date', text: 'birthday', day: { monthDay: '03-14', year: 1971, yearly: true } },
      {
        ...found,
        kind: 'trigger',
        text: 'lease ends',
        day: { monthDay: '03-01', year: 2027, yearly: false },
      },
      { ...found, kind: 'prefers', text: 'carrier pigeon' },
    ] as const
    const reply = findingsView(
      { words: ['e'], people: [], entries, offset: 0, more: false, wholeWords: false },
      'e',
      'd1',
      ctx(),
    )
    expect(reply.text.split('\n').slice(1)).toEqual([
      'Frank Ortiz, a day that matters, 14 March: birthday',
      'Frank Ortiz, a day that matters, 1 March 2027: lease ends',
      'Frank Ortiz likes to be reached by: carrier pigeon',
    ])
  })

  test('nothing: how to go on', () => {
    const none = { words: ['oslo'], people: [], entries: [], offset: 0, more: false, wholeWords: false }
    expect(findingsView(none, 'oslo', 'd1', ctx()).text).toContain('Nothing found for “oslo”.')
    expect(findingsView({ ...none, words: [] }, ' ', 'd1', ctx()).text).toContain('`/person find concert`')
  })

  test.each([
    ['a word with an accent, begun', 'She went to the Café Ópera', ['caf']],
    ['the beginning, when the match is elsewhere', 'Plain words', ['missing']],
    ['a text without spaces', '今日は東京で会いました', ['東京']],
  ])('shows all of a short text: %s', (_, text, words) => {
    expect(around(text, words)).toBe(text)
  })

  test('cuts a long text between signs', () => {
    expect(around(`${'👍'.repeat(200)} ohio ${'👍'.repeat(200)}`, ['ohio'])).toMatch(
      /^… (👍)+ ohio (👍)+ …$/u,
    )
  })
})

describe('the greeting', () => {
  const greeting: Greeting = { first: false, known: 3, glad: [], promises: [], news: [] }

  test('shows at first how to begin, with lines to paste', () => {
    const { text } = greetingView({ ...greeting, first: true, known: 0 }, ctx())
    for (const line of ['/person add ', '/person heard ', '/person every '])
      expect(text).toContain(`\`${line}`)
    expect(text).not.toContain('already')
    expect(greetingView({ ...greeting, first: true }, ctx()).text).toContain(
      'Your team knows 3 people already',
    )
  })

  test('says who would be glad, and what is new', () => {
    const news = { person: name, on: '2026-11-20', role: 'plant engineer', said: null } as const
    const reply = greetingView(
      {
        ...greeting,
        glad: [{ person: frank(), role: name.role, neverSpoken: false, dueOn: '2026-10-16' }],
        news: [
          { ...news, kind: 'new-role', before: 'plant engineer' },
          { ...news, kind: 'left', before: '' },
        ],
      },
      ctx(),
    )
    expect(reply.text.split('\n').slice(0, 6)).toEqual([
      'These people would be glad to hear from you:',
      'Frank Ortiz · facilities manager at Acme Lighting',
      'Rhythm: every 3 weeks, due since 16 October',
      'What is new:',
      'Frank Ortiz is facilities manager at Acme Lighting now, since 20 November. Before that: plant engineer.',
      'Frank Ortiz is no longer plant engineer, since 20 November.',
    ])
    expect(pressables(reply)).toEqual([{ label: 'Card', actionId: 'card', value: 'p-frank' }])
  })

  test('says when nobody waits, and when the bot must be invited', () => {
    const outside = ctx({ ...inPublic, botIsIn: false })
    expect(greetingView(greeting, outside).text).toContain('None of your people is waiting')
    expect(greetingView(greeting, outside).text).toContain('`/invite @Personable`')
  })
})

describe('help', () => {
  test('has a line for every verb, and each example is that command', () => {
    const { text } = helpView(null)
    for (const verb of Object.keys(verbs).filter((word) => word !== 'hello')) {
      const line = helpLines[verb as keyof typeof helpLines]
      expect(text).toContain(`\`/person ${line.example}\` ${line.does}`)
      for (const example of [line.example, ...(line.also ?? [])]) {
        expect(readCommand(`/person ${example}`).verb).toBe(verb)
      }
    }
  })

  test('shows every command once, under what one wants to do', () => {
    const { text } = helpView(null)
    const shown = helpGroups.flatMap((group) => group.verbs)
    expect([...shown].sort()).toEqual(Object.keys(helpLines).sort())
    for (const { title, verbs: inGroup } of helpGroups) {
      const first = helpLines[inGroup[0] ?? 'help'].example
      expect(text).toContain(`${title}\n\`/person ${first}\``)
    }
  })

  test('explains one command', () => {
    const { text } = helpView('every')
    expect(text).toContain('`/person every frank 3 weeks` says how often to be in touch.')
    expect(text).toContain('Also: `/person every frank never`')
    expect(text).not.toContain('/person add')
  })

  test('names what is no command, and shows those there are', () => {
    expect(helpView(null, 'frobnicate').text).toMatch(/^There is no command “frobnicate”\./)
    expect(helpView('hello').text).toBe(helpView(null).text)
  })
})
