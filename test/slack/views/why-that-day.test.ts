import { describe, expect, test } from 'vitest'
import type { EntryModel, WhyModel } from '../../../src/app/nudges/post-model.js'
import { postView } from '../../../src/slack/views/post-view.js'
import { ana, ben, entry } from './known.js'

const said = (differing: Partial<EntryModel>): string[] =>
  postView({ kind: 'digest', entries: [entry(differing)], zoneToTell: null })
    .text.split('\n')
    .slice(1)
const why = (...reasons: WhyModel[]): string | undefined => said({ why: reasons })[1]

const promise = (dueOn: string, text = 'send the sample', by = ana): WhyModel => ({
  kind: 'promise',
  text,
  by,
  dueOn,
})
const step = (dueOn: string): WhyModel => ({ kind: 'step', text: 'measures the ceiling', by: ana, dueOn })
const trigger = (on: string): WhyModel => ({ kind: 'trigger', text: 'lease ends', on })
const date = (on: string, text = 'birthday'): WhyModel => ({ kind: 'date', text, on })

describe('why now, on Tuesday 24 November', () => {
  test.each<[WhyModel, string]>([
    [promise('2026-11-24'), 'You promised “send the sample” by today.'],
    [promise('2026-11-25'), 'You promised “send the sample” by tomorrow.'],
    [promise('2026-11-29'), 'You promised “send the sample” by Sun 29 Nov.'],
    [promise('2026-11-23'), 'You promised “send the sample” by yesterday.'],
    [promise('2026-11-20'), 'You promised “send the sample” by Fri 20 Nov, 4 days ago.'],
    [promise('2026-11-24', 'call', ben), '<@U0BEN> promised “call” by today.'],
    [promise('2026-11-24', 'call\nand  write'), 'You promised “call and write” by today.'],
    [step('2026-11-25'), 'Their next step is “measures the ceiling” by tomorrow.'],
    [step('2026-11-20'), 'Their next step was “measures the ceiling” by Fri 20 Nov, 4 days ago.'],
    [trigger('2026-12-24'), '“lease ends” is 30 days away, on 24 December.'],
    [trigger('2027-01-04'), '“lease ends” is 41 days away, on 4 January 2027.'],
    [trigger('2026-11-25'), '“lease ends” is tomorrow.'],
    [trigger('2026-11-24'), '“lease ends” is today.'],
    [trigger('2026-11-23'), '“lease ends” was yesterday.'],
    [trigger('2026-11-20'), '“lease ends” was 4 days ago, on 20 November.'],
    [date('2026-11-24'), 'Their birthday is today.'],
    [date('2026-11-25'), 'Their birthday is tomorrow.'],
    [date('2026-11-29'), 'Their birthday is on Sun 29 Nov.'],
    [date('2026-11-23'), 'Their birthday was yesterday.'],
    [date('2026-11-19'), 'Their birthday was 5 days ago, on 19 November.'],
    [date('2026-11-25', 'work\n  anniversary 2026'), 'Their work anniversary 2026 is tomorrow.'],
    [date('2026-11-25', 'außerordentliche Prüfung'), 'Their außerordentliche Prüfung is tomorrow.'],
    [date('2026-11-25', 'day of the sample'), 'Their “day of the sample” is tomorrow.'],
    [date('2026-11-25', 'saint’s day'), 'Their “saint’s day” is tomorrow.'],
    [date('2026-11-25', 'his birthday'), '“his birthday” is tomorrow.'],
  ])('%j', (reason, expected) => {
    expect(why(reason)).toBe(expected)
  })

  test('is one thought, however many reasons there are', () => {
    const quiet = entry().why[0] as WhyModel
    expect(why(promise('2026-11-27'), date('2026-11-25'), quiet)).toBe(
      'You promised “send the sample” by Fri 27 Nov, their birthday is tomorrow, and you last met them 60 days ago.',
    )
    expect(why(promise('2026-11-27'), date('2026-11-25'))).toBe(
      'You promised “send the sample” by Fri 27 Nov, and their birthday is tomorrow.',
    )
  })

  test('has semicolons where there are commas inside', () => {
    const quiet = entry().why[0] as WhyModel
    expect(why(trigger('2026-12-01'), promise('2026-11-27'), quiet)).toBe(
      '“lease ends” is 7 days away, on 1 December; you promised “send the sample” by Fri 27 Nov; and you last met them 60 days ago.',
    )
    expect(why(promise('2026-11-27', 'call, then write'), quiet)).toBe(
      'You promised “call, then write” by Fri 27 Nov; and you last met them 60 days ago.',
    )
  })

  test('names three reasons, and says that there is more', () => {
    const quiet = entry().why[0] as WhyModel
    expect(why(promise('2026-11-27'), date('2026-11-25'), step('2026-11-25'), quiet)).toBe(
      'You promised “send the sample” by Fri 27 Nov, their birthday is tomorrow, their next step is “measures the ceiling” by tomorrow, and more on the card.',
    )
    expect(why(trigger('2026-12-24'), promise('2026-11-27'), date('2026-11-25'), quiet)).toBe(
      '“lease ends” is 30 days away, on 24 December; you promised “send the sample” by Fri 27 Nov; their birthday is tomorrow; and more on the card.',
    )
  })

  test('says what one teammate promised in one breath, and does not count all out', () => {
    const many = [promise('2026-11-24', 'a'), promise('2026-11-25', 'b'), promise('2026-11-26', 'c')]
    expect(why(...many.slice(0, 2), promise('2026-11-24', 'd', ben))).toBe(
      'You promised “a” by today and “b” by tomorrow, and <@U0BEN> promised “d” by today.',
    )
    expect(why(...many, promise('2026-11-27', 'd'))).toBe(
      'You promised “a” by today and “b” by tomorrow and 2 more.',
    )
  })

  test('says two days of one kind one after the other', () => {
    expect(why(trigger('2026-12-01'), { ...trigger('2026-12-24'), text: 'audit' } as WhyModel)).toBe(
      '“lease ends” is 7 days away, on 1 December, and “audit” is 30 days away, on 24 December.',
    )
  })

  test('says “you” to whoever looks after them, or in a DM to whoever reads it', () => {
    const mine = promise('2026-11-24', 'call', ben)
    const inDm = (readerId: string) => said({ why: [mine, promise('2026-11-24', 'write')], readerId })[1]
    expect(inDm(ben)).toBe('You promised “call” by today, and <@U0ANA> promised “write” by today.')
    expect(inDm(ana)).toBe('<@U0BEN> promised “call” by today, and you promised “write” by today.')
  })

  test('takes nothing that was typed for markup, and cuts what is too long', () => {
    expect(why(promise('2026-11-24', '<!channel> *now*'))).toContain('“&lt;!channel&gt; *now*”')
    expect(why(promise('2026-11-24', 'x'.repeat(3000)))?.length).toBeLessThan(200)
  })
})

describe('an entry about a promise', () => {
  test('asks on its last turn whether it is done', () => {
    const standing = { kind: 'open', lastTurn: true } as const
    expect(said({ why: [promise('2026-11-24')], standing }).join()).toContain(
      'This is the fourth time I ask. Is it done, or will it not be? `/person kept Frank Ortiz` or `/person broke Frank Ortiz`',
    )
    const both = said({ why: [promise('2026-11-24'), ...entry().why], standing }).join()
    expect(both).toContain('A longer rhythm, or let them be?')
  })

  test.each<[Extract<EntryModel['standing'], { kind: 'closed' }>['closed'], string]>([
    [{ kind: 'promise', as: 'kept', on: '2026-11-24', by: ben }, 'what was promised is done, says <@U0BEN>.'],
    [
      { kind: 'promise', as: 'broken', on: '2026-11-24', by: ben },
      'what was promised will not be done, says <@U0BEN>.',
    ],
    [
      { kind: 'step', as: 'kept', on: '2026-11-24', by: ana },
      'they did what they said they would, says <@U0ANA>.',
    ],
    [
      { kind: 'step', as: 'broken', on: '2026-11-24', by: ana },
      'they did not do what they said they would, says <@U0ANA>.',
    ],
  ])('becomes one quiet line when it is closed: %j', (closed, line) => {
    expect(said({ standing: { kind: 'closed', closed } })).toEqual([`Frank Ortiz: ${line}`])
  })
})
