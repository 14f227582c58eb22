import { describe, expect, test } from 'vitest'
import type { Rejection } from '../../../src/app/outcome.js'
import { doneAlreadyView, expiredView, openFormView } from '../../../src/slack/views/draft-view.js'
import { notATeammateView, refusedTextView, rejectionView } from '../../../src/slack/views/rejection-view.js'
import { ben, frank } from './known.js'
import { pressables } from './reading.js'

const home = 'channel:C1'
const refusals: Rejection[] = [
  { reason: 'person-gone' },
  { reason: 'entry-gone' },
  { reason: 'not-yours', name: 'Frank Ortiz' },
  { reason: 'nothing-held', name: 'Frank Ortiz' },
  { reason: 'role-known', name: 'Frank Ortiz', role: 'CFO at Acme' },
  { reason: 'known-wider', name: 'Frank Ortiz', home: 'channel:C0CUSTOMERS' },
  { reason: 'cannot-see-person', name: 'Frank Ortiz', userId: ben },
  { reason: 'not-a-teammate', name: 'Frank Ortiz', userId: ben, standing: 'guest' },
  { reason: 'not-a-teammate', name: 'Frank Ortiz', userId: ben, standing: 'gone' },
  { reason: 'cannot-set', home, because: 'shared' },
  { reason: 'cannot-set', home, because: 'hidden' },
  { reason: 'cannot-set', home, because: 'archived' },
  { reason: 'cannot-set', home, because: 'not-a-member' },
  { reason: 'cannot-set', home: 'teammate:U0BEN', because: 'not-yours' },
  { reason: 'set-meanwhile' },
  { reason: 'set-anew' },
  { reason: 'cannot-live-there', name: 'Frank Ortiz', home, because: 'shared' },
  { reason: 'cannot-live-there', name: 'Frank Ortiz', home: 'teammate:U0ANA', because: 'hidden' },
  { reason: 'cannot-live-there', name: 'Frank Ortiz', home, because: 'archived' },
  { reason: 'cannot-live-there', name: 'Frank Ortiz', home, because: 'not-a-member' },
  { reason: 'owner-not-there', name: 'Frank Ortiz', home, ownerId: ben },
  { reason: 'owner-not-there', name: 'Frank Ortiz', home: 'teammate:U0ANA', ownerId: ben },
  { reason: 'nothing-to-undo' },
  { reason: 'undone-already' },
  { reason: 'too-late-to-undo', name: 'Frank Ortiz' },
  { reason: 'too-late-to-undo', name: null },
  { reason: 'built-on', kind: 'note', by: ben, name: 'Frank Ortiz' },
  { reason: 'built-on', kind: 'settings', by: ben, name: null },
  { reason: 'built-on', kind: 'widen', by: null, name: null },
  { reason: 'name-too-long', longest: 200 },
  { reason: 'name-empty' },
  { reason: 'text-too-long', longest: 12_000 },
  { reason: 'changed-meanwhile', name: 'Frank Ortiz' },
  { reason: 'answered-already', name: 'Frank Ortiz', by: ben },
  { reason: 'answered-already', name: 'Frank Ortiz', by: null },
  { reason: 'preference-too-long', name: 'Frank Ortiz', longest: 200 },
  { reason: 'day-passed', what: 'promise', name: 'Frank Ortiz', on: '2026-11-20' },
  { reason: 'day-passed', what: 'trigger', name: 'Frank Ortiz', on: '2026-11-20' },
  { reason: 'nothing-open', what: 'commitment', name: 'Frank Ortiz' },
  { reason: 'nothing-open', what: 'question', name: 'Frank Ortiz' },
  { reason: 'closed-already', what: 'step', name: 'Frank Ortiz', as: 'broken', by: ben },
  { reason: 'closed-already', what: 'promise', name: 'Frank Ortiz', as: 'kept', by: null },
  { reason: 'tie-to-self', name: 'Frank Ortiz' },
  { reason: 'tie-known', name: 'Frank Ortiz', kind: 'reports to', other: 'Susan Bell' },
  { reason: 'tie-circle', names: ['Frank Ortiz', 'Susan Bell', 'Frank Ortiz'] },
  ...(['promise', 'step', 'date', 'trigger', 'question', 'situation'] as const).map(
    (what): Rejection => ({
      reason: 'known-already',
      what,
      name: 'Frank Ortiz',
    }),
  ),
  { reason: 'repeated' },
]

describe('a refusal', () => {
  test.each(refusals)('says why, and what to type next: %j', (why) => {
    const { text } = rejectionView(why, 'note frank loves jazz')
    const [sentence, next, ...rest] = text.split('\n')
    expect(sentence).toMatch(/^\S.+\.$/)
    expect(next).toContain('`/person ')
    expect(rest).toEqual(['You typed:', '“note frank loves jazz”'])
  })

  test.each<[Rejection, string]>([
    [{ reason: 'built-on', kind: 'note', by: ben, name: 'Susan Bell' }, '`/person edit Susan Bell`'],
    [{ reason: 'built-on', kind: 'note', by: ben, name: null }, '`/person edit NAME`'],
    [{ reason: 'built-on', kind: 'settings', by: ben, name: null }, '`/person settings`'],
    [{ reason: 'too-late-to-undo', name: 'Susan Bell' }, '`/person edit Susan Bell`'],
    [
      { reason: 'cannot-live-there', name: 'Susan Bell', home, because: 'archived' },
      'home Susan Bell #channel',
    ],
    [
      { reason: 'not-a-teammate', name: 'Susan Bell', userId: ben, standing: 'bot' },
      'hand Susan Bell to @ana',
    ],
    [{ reason: 'nothing-held', name: 'x'.repeat(200) }, '`/person role NAME VP operations at Globex`'],
  ])('gives a command about whom it was about, and never about a Frank: %j', (why, next) => {
    const { text } = rejectionView(why, null)
    expect(text).toContain(next)
    expect(text).not.toMatch(/frank/i)
  })

  test('repeats nothing where nothing was typed', () => {
    expect(rejectionView({ reason: 'name-empty' }, null).text).not.toContain('You typed')
  })

  test('keeps a text of 12,000 signs, to be copied and sent again', () => {
    const typed = `note frank ${'word '.repeat(2_398)}`
    const { blocks } = rejectionView({ reason: 'text-too-long', longest: 12_000 }, typed)
    const quoted = JSON.stringify(blocks).match(/word/g)
    expect(quoted).toHaveLength(2_398)
  })

  test('counts letters as people write them', () => {
    expect(rejectionView({ reason: 'text-too-long', longest: 12_000 }, null).text).toContain('12,000 letters')
  })

  test('shows what stands in backticks as a command', () => {
    const reply = refusedTextView('How often? For example `/person every frank 3 weeks`.', 'every frank')
    expect(reply.text).toContain('How often? For example `/person every frank 3 weeks`.')
    expect(JSON.stringify(reply.blocks)).toContain(
      '"text":"/person every frank 3 weeks","style":{"code":true}',
    )
  })

  test('tells a guest nothing but that', () => {
    expect(notATeammateView('guest').text).toBe(
      'I only answer full members of this workspace. A teammate can help you.',
    )
    expect(notATeammateView('outsider').text).toContain('members of the workspace that I work for')
  })
})

test('a button that has had its day says so', () => {
  expect(expiredView().text).toContain('Please type it again.')
  expect(doneAlreadyView().text).toContain('`/person undo`')
  expect(pressables(openFormView(frank()))).toEqual([
    { label: 'Open the form', actionId: 'edit-person', value: 'p-frank' },
  ])
})
