import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Asides } from '../../../src/app/interactions/asides.js'
import { interactionKinds } from '../../../src/domain/interaction.js'
import { loggedView } from '../../../src/slack/views/saved-views.js'
import { ben, contact, ctx, frank, noAsides } from './known.js'
import { context, personName } from './odd-models.js'
import { day, noteText, userId } from './odd-texts.js'
import { faultsIn, pressables } from './reading.js'

const reply = (asides: Partial<Asides>, context = ctx()) =>
  loggedView(
    {
      person: frank(),
      interaction: contact({ text: '' }),
      heard: [],
      dueOn: '2026-12-15',
      asides: { ...noAsides, ...asides },
    },
    context,
  )
const heardBy = (differing: object = {}) => ({
  colleague: {
    teammates: [ben],
    kind: 'called',
    on: '2026-11-23',
    heard: ['the lease ends'],
    text: 'a long account',
    ...differing,
  } as const,
})

describe('beside what was logged', () => {
  test.each([
    [heardBy(), '<@U0BEN> called them yesterday and heard: “the lease ends”'],
    [heardBy({ heard: [] }), '<@U0BEN> called them yesterday: a long account'],
    [heardBy({ heard: [], text: '' }), '<@U0BEN> called them yesterday, too.'],
  ])('stands what a colleague heard', (asides, line) => {
    expect(reply(asides).text.split('\n')).toContain(line)
  })

  test('stand the people about whom the same was written, each with a button', () => {
    const people = ['Frank', 'Susan', 'Lily'].map((name) => ({ id: `p-${name}`, name, role: 'buyer' }))
    const asked = reply({ sameFor: people })
    expect(asked.text).toContain(
      'You wrote the same about Frank, Susan and Lily today. What was meant for whom?',
    )
    expect(pressables(asked).map(({ actionId, value }) => [actionId, value])).toEqual([
      ['more', 'p-Frank'],
      ['more', 'p-Susan'],
      ['more', 'p-Lily'],
    ])
  })

  test('stands nothing, mostly', () => {
    expect(reply({}).text.split('\n')).toHaveLength(3)
  })

  test('whatever is in it, Slack takes it', () => {
    const colleague = fc.record({
      teammates: fc.array(userId, { minLength: 1, maxLength: 4 }),
      kind: fc.constantFrom(...interactionKinds),
      on: day,
      heard: fc.array(noteText, { maxLength: 20 }),
      text: noteText,
    })
    const asides = fc.record({
      colleague: fc.option(colleague),
      question: fc.option(noteText),
      sameFor: fc.array(personName, { minLength: 3, maxLength: 3 }),
    })
    fc.assert(
      fc.property(asides, context, (each, reader) => {
        expect(faultsIn(reply(each, reader))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
