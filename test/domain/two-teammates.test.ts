import { describe, expect, it } from 'vitest'
import { colleaguesContact } from '../../src/domain/colleague.js'
import type { InteractionKind } from '../../src/domain/interaction.js'
import { isOneSided } from '../../src/domain/one-sided.js'
import { type Jotting, sameWords } from '../../src/domain/same-words.js'

const zone = 'America/Chicago'
const ana = 'UANA'
const ben = 'UBEN'

describe('a colleague’s contact with the same person', () => {
  const mine = { id: 'mine', on: '2026-11-20', at: '2026-11-20T16:00:00.000Z', teammates: [ana] }
  const theirs = { ...mine, id: 'theirs', teammates: [ben] }

  it.each([
    ['48 hours before', { on: '2026-11-18', at: '2026-11-18T16:00:00.000Z' }, true],
    ['a minute longer ago', { on: '2026-11-18', at: '2026-11-18T15:59:00.000Z' }, false],
    ['of two days before, written down today', { on: '2026-11-18', at: '2026-11-20T15:00:00.000Z' }, true],
    ['of three days before, written down today', { on: '2026-11-17', at: '2026-11-20T15:00:00.000Z' }, false],
    ['that I took part in', { teammates: [ben, ana] }, false],
    ['that is mine', { teammates: [ana] }, false],
    ['of the same day', {}, true],
    [
      'late in the evening, which is tomorrow in UTC',
      { on: '2026-11-18', at: '2026-11-19T04:00:00.000Z' },
      true,
    ],
  ])('%s', (_, differing, tells) => {
    const other = { ...theirs, ...differing }
    expect(colleaguesContact(mine, [mine, other], ana, zone)).toEqual(tells ? other : null)
  })

  it('of several is the newest', () => {
    const older = { ...theirs, id: 'older', on: '2026-11-19', at: '2026-11-19T20:00:00.000Z' }
    expect(colleaguesContact(mine, [older, theirs], ana, zone)?.id).toBe('theirs')
  })
})

describe('three times in a row', () => {
  const contact = (id: string, kind: InteractionKind, on: string) => ({
    id,
    kind,
    on,
    at: `${on}T15:00:00.000Z`,
  })
  const heard = (on: string, hour = '16', interactionId: string | null = null) => ({
    on,
    at: `${on}T${hour}:00:00.000Z`,
    interactionId,
  })
  const row = [
    contact('c', 'messaged', '2026-11-20'),
    contact('b', 'called', '2026-11-18'),
    contact('a', 'emailed', '2026-11-10'),
  ]

  it.each([
    ['we reached out, and nothing came back', row, [], true],
    ['only twice', row.slice(0, 2), [], false],
    ['but they were met', [contact('c', 'met', '2026-11-20'), ...row.slice(1)], [], false],
    [
      'but they were met at the first of them',
      [...row.slice(0, 2), contact('a', 'met', '2026-11-10')],
      [],
      false,
    ],
    ['met before that', [...row, contact('z', 'met', '2026-11-01')], [], true],
    ['words of theirs after the first', row, [heard('2026-11-12')], false],
    ['words of theirs later on the day of the first', row, [heard('2026-11-10')], false],
    ['words of theirs earlier on the day of the first', row, [heard('2026-11-10', '09')], true],
    ['words of theirs in the first itself', row, [heard('2026-11-10', '15', 'a')], false],
    ['words of theirs before', row, [heard('2026-11-01')], true],
  ])('%s', (_, contacts, words, isSo) => {
    expect(isOneSided(contacts, words, 'c')).toBe(isSo)
  })

  it('is not said of a contact of long ago that is written down late', () => {
    expect(isOneSided(row, [], 'from-last-year')).toBe(false)
  })
})

describe('the same words about several people', () => {
  let ids = 0
  const wrote = (personId: string, text = 'Sent the sample', differing: Partial<Jotting> = {}): Jotting => {
    const id = `j${++ids}`
    return { id, personId, text, actId: `act-${id}`, fromMessage: false, ...differing }
  }
  const together = { actId: 'one act' }
  const reacted = { fromMessage: true }

  it.each<[string, readonly Jotting[], readonly string[]]>([
    ['two', [wrote('frank'), wrote('susan')], []],
    ['three', [wrote('frank'), wrote('susan'), wrote('lily')], ['frank', 'susan', 'lily']],
    ['four: it was asked at the third', [wrote('frank'), wrote('susan'), wrote('lily'), wrote('ken')], []],
    ['the third again', [wrote('frank'), wrote('susan'), wrote('lily'), wrote('lily')], []],
    ['one of them twice', [wrote('frank'), wrote('frank'), wrote('susan')], []],
    [
      'case, spaces and ends apart',
      [wrote('frank', ' sent  THE sample '), wrote('susan'), wrote('lily')],
      ['frank', 'susan', 'lily'],
    ],
    [
      'other words between',
      [wrote('frank'), wrote('susan'), wrote('ken', 'Walked'), wrote('lily', 'Met')],
      [],
    ],
    ['no words', [wrote('frank', ' '), wrote('susan', ''), wrote('lily', '')], []],
    [
      'in one go, which is meant for all',
      [wrote('frank', 'x', together), wrote('susan', 'x', together), wrote('lily', 'x', together)],
      [],
    ],
    [
      'in one go and once more by itself',
      [wrote('frank', 'x', together), wrote('susan', 'x', together), wrote('lily', 'x')],
      [],
    ],
    [
      'an act that introduced somebody first',
      [wrote('frank'), wrote('susan'), wrote('lily', undefined, together)],
      ['frank', 'susan', 'lily'],
    ],
    [
      'a message that was reacted to',
      [wrote('frank'), wrote('susan'), wrote('lily', undefined, reacted)],
      [],
    ],
    [
      'two messages before',
      [wrote('frank', 'x', reacted), wrote('susan', 'x', reacted), wrote('lily', 'x')],
      [],
    ],
  ])('%s', (_, jottings, asked) => {
    expect(sameWords(jottings, jottings.at(-1)?.id ?? '')).toEqual(asked)
  })

  it('are asked about when they are written, not when something else is', () => {
    expect(sameWords([wrote('frank'), wrote('susan'), wrote('lily')], 'without words')).toEqual([])
  })
})
