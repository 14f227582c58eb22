import { describe, expect, test } from 'vitest'
import type { Reply } from '../../../src/slack/answer.js'
import type { ViewContext } from '../../../src/slack/views/context.js'
import * as saved from '../../../src/slack/views/saved-views.js'
import {
  alone,
  ana,
  ben,
  contact,
  ctx,
  frank,
  inPrivate,
  inPublic,
  noAsides,
  note,
  roleLeft,
} from './known.js'
import { pressables } from './reading.js'

const lines = ({ text }: Reply): string[] => text.split('\n')
const kept = (context: ViewContext, differing = {}) =>
  saved.keptView(
    { person: frank(differing), note: note({ home: context.place.home }), firstTender: false, sameFor: [] },
    context,
  )

describe('who will see it', () => {
  const mayBeQuoted = { label: 'May be quoted', actionId: 'quote', value: 'n-1' }
  const seenBy = (reply: Reply): string | undefined => lines(reply).find((line) => /^(Seen|Only)/.test(line))

  test('is not said when everyone does', () => {
    expect([seenBy(kept(ctx())), pressables(kept(ctx()))]).toEqual([undefined, [mayBeQuoted]])
  })

  test.each([
    ['dm', 'Only you can see this: it was typed in a DM.'],
    ['shared', 'Only you can see this: this channel is shared with another organisation.'],
    ['hidden', 'Only you can see this: Slack does not tell me who else is here.'],
  ] as const)('is the teammate alone in a place that is %s, with a button to widen it', (because, words) => {
    const reply = kept(ctx(alone(because)))
    expect(seenBy(reply)).toBe(words)
    const [widen, ...others] = pressables(reply)
    expect(widen).toMatchObject({ label: 'Show it to all who see them', value: 'note:n-1' })
    expect(others).toEqual([mayBeQuoted])
  })

  test.each([
    ['what a reaction logged', ana, ['Undo', 'Show it to all who see them']],
    ['what a teammate had logged, without a button that is not theirs', ben, ['Undo']],
  ])('is said of %s', (_, by, labels) => {
    const entry = { kind: 'interaction', id: 'i1', home: inPrivate.home, by } as const
    const logged = {
      person: frank(),
      meaning: 'called',
      actId: 'a1',
      joined: false,
      entry,
      asides: null,
    } as const
    const reply = saved.reactionView(logged, ctx(inPrivate))
    expect(seenBy(reply)).toBe('Seen by the members of <#C0PRIVATE>.')
    expect(pressables(reply).map(({ label }) => label)).toEqual(labels)
  })

  test('is said of a contact that answers a nudge, and of a role that ended for some alone', () => {
    const interaction = contact({ home: inPrivate.home })
    const answer = { kind: 'reached-out', by: ana } as const
    const pressed = { person: frank(), heard: [], asides: null, again: null }
    const seenIn = inPrivate.home
    const ended = roleLeft({ seenIn, newsId: 'w1' })
    for (const [reply, value] of [
      [
        saved.answeredView({ ...pressed, answer, interaction, asides: noAsides }, ctx(inPrivate)),
        'interaction:i-1',
      ],
      [saved.roleLeftView(ended, ctx(inPrivate)), 'news:w1'],
    ] as const) {
      expect(seenBy(reply)).toBe('Seen by the members of <#C0PRIVATE>.')
      expect(pressables(reply)).toEqual([{ label: 'Show it to all who see them', actionId: 'widen', value }])
    }
    const answered = { kind: 'not-needed', by: ana } as const
    const notNow = saved.answeredView({ ...pressed, answer: answered, interaction: null }, ctx(inPrivate))
    expect(seenBy(notNow)).toBeUndefined()
  })

  test('is the members of a private channel', () => {
    const here = kept(ctx(inPrivate), { home: inPrivate.home })
    expect(seenBy(here)).toBe('Seen by the members of <#C0PRIVATE>.')
    expect(pressables(here)).toEqual([
      { label: 'Let more people see them', actionId: 'move-home', value: 'p-frank' },
      mayBeQuoted,
    ])
    expect(seenBy(kept(ctx(inPrivate)))).toBe('Seen by the members of <#C0PRIVATE>.')
  })

  test('is those who see both homes, or the narrower of the two', () => {
    expect(seenBy(kept(ctx(inPrivate), { home: 'channel:C0OTHER' }))).toBe(
      'Seen by those who may see both <#C0PRIVATE> and <#C0OTHER>.',
    )
    expect(seenBy(kept(ctx(), { home: 'channel:C0OTHER' }))).toBe(
      'Seen by those who may see <#C0OTHER>, where they were introduced.',
    )
    const open = { ...ctx(), openToAll: [inPublic.home, 'channel:C0OTHER'] as const }
    expect(seenBy(kept(open, { home: 'channel:C0OTHER' }))).toBeUndefined()
    expect(seenBy(kept(ctx(), { home: `teammate:${ana}` }))).toBe(
      'Only you can see this, since you alone know them.',
    )
  })

  test('cannot be widened by who does not answer for the person', () => {
    const theirs = { home: inPrivate.home, ownerId: ben, by: ben }
    expect(pressables(kept(ctx(inPrivate), theirs))).toEqual([mayBeQuoted])
  })

  test('comes with how to invite the bot, where it cannot nudge', () => {
    const outside = { ...inPublic, botIsIn: false }
    const reply = saved.introducedView(frank(), '', ctx(outside), null)
    expect(reply.text).toContain('`/invite @Personable`')
    expect(reply.text).toContain('nudges go to the owner by DM')
    expect(saved.introducedView(frank(), '', ctx(), null).text).not.toContain('/invite')
    expect(saved.movedView({ person: frank(), place: outside, left: 0 }, ctx()).text).toContain('/invite')
  })

  test('is said after a move, with what stays behind', () => {
    const reply = saved.movedView({ person: frank(), place: inPrivate, left: 2 }, ctx())
    expect(lines(reply)).toEqual([
      'Frank Ortiz lives in <#C0PRIVATE> now.',
      'The members of <#C0PRIVATE> can see them, and nudges go there.',
      '2 things known about them stay where they were typed, seen by those who saw them before.',
      '`/person undo` takes it back.',
    ])
  })
})
