import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Told } from '../../../src/domain/common-ground.js'
import { tieKinds } from '../../../src/domain/tie.js'
import type { LastSpoke, WarmWay } from '../../../src/domain/warm-way.js'
import { warmWaysView } from '../../../src/slack/views/warm-ways-view.js'
import { ben, ctx, frank, role, tie } from './known.js'
import { context, person } from './odd-models.js'
import { day, id, markup, noteText, shortText, userId } from './odd-texts.js'
import { blocksText, faultsIn, pressables } from './reading.js'

const between = fc.record({ id, name: shortText })
const spoke: fc.Arbitrary<LastSpoke> = fc.record({
  kind: fc.constantFrom('met', 'called', 'emailed', 'messaged'),
  on: day,
  teammates: fc.array(userId, { maxLength: 6 }),
})
const through = fc.record({ other: between, spoke: fc.option(spoke) })
const anyTie = fc
  .record({ kind: fc.constantFrom(...tieKinds), personId: id, otherId: id, by: userId })
  .map(tie)
const anyRole = fc
  .record({ title: shortText, company: shortText, sinceOn: fc.option(day), untilOn: fc.option(day) })
  .map(role)
const told: fc.Arbitrary<Told> = fc.record({
  kind: fc.constantFrom('town', 'school', 'pastime'),
  key: shortText,
  region: fc.constant(''),
  name: shortText,
  sure: fc.boolean(),
  now: fc.boolean(),
  said: noteText,
  on: day,
})
const together = fc.record({ theirs: anyRole, others: anyRole, sure: fc.boolean(), untilOn: fc.option(day) })
const way: fc.Arbitrary<WarmWay> = fc.oneof(
  fc.record({ userId, spoke }).map((found) => ({ kind: 'teammate' as const, ...found })),
  fc.tuple(through, anyTie, day).map(([by, found, on]) => ({ kind: 'tie' as const, ...by, tie: found, on })),
  fc
    .tuple(through, between, anyTie, anyTie)
    .map(([to, by, near, far]) => ({ kind: 'two-ties' as const, ...to, by, near, far })),
  fc.tuple(through, together).map(([by, found]) => ({ kind: 'work' as const, ...by, together: found })),
  fc
    .tuple(through, told, told)
    .map(([by, mine, theirs]) => ({ kind: 'ground' as const, ...by, mine, theirs })),
)

test('whatever is in them, Slack takes five ways, and each person has a card', () => {
  fc.assert(
    fc.property(person, fc.array(way, { maxLength: 5 }), context, (who, ways, reader) => {
      const reply = warmWaysView({ person: who, ways }, reader)
      expect(faultsIn(reply)).toEqual([])
      const cards = pressables(reply).filter(({ actionId }) => actionId === 'card')
      expect(cards).toHaveLength(ways.filter(({ kind }) => kind !== 'teammate').length)
    }),
    { numRuns: 200 },
  )
})

test('what was typed is shown as typed, and rings nobody', () => {
  const other = { id: 'p2', name: markup }
  const met = { kind: 'met', on: '2026-11-20', teammates: [ben] } as const
  const mine = { kind: 'town', key: 'x', region: '', sure: true, now: true, on: '2026-11-20' } as const
  const theirs = { ...mine, name: markup, said: markup }
  const reply = warmWaysView(
    {
      person: frank({ name: markup }),
      ways: [
        {
          kind: 'tie',
          other,
          spoke: met,
          on: '2026-11-20',
          tie: tie({ personId: 'p-frank', otherId: 'p2' }),
        },
        { kind: 'ground', other: { id: 'p3', name: markup }, spoke: null, mine: theirs, theirs },
        {
          kind: 'work',
          other: { id: 'p4', name: markup },
          spoke: met,
          together: {
            theirs: role({ company: markup }),
            others: role({ title: markup }),
            sure: true,
            untilOn: null,
          },
        },
      ],
    },
    ctx(),
  )
  expect(reply.text).not.toMatch(/<!channel>|<https?:/)
  expect(JSON.stringify(reply.blocks)).not.toMatch(/"type":"mrkdwn","text":"[^"]*<!channel>/)
  expect(blocksText(reply)).toContain(markup.slice(0, 20))
})
