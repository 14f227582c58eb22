import { describe, expect, it } from 'vitest'
import { groundWords, latest, shared, type Told } from '../../src/domain/common-ground.js'
import type { Role } from '../../src/domain/role.js'
import type { Tie, TieKind } from '../../src/domain/tie.js'
import { type LastSpoke, type WarmWay, warmest } from '../../src/domain/warm-way.js'

const today = '2026-11-22'
const about = { personId: 'frank', home: 'channel:C', by: 'U', at: '2026-11-20T15:00:00.000Z' } as const
const spoke = (on: string): LastSpoke => ({ kind: 'called', on, teammates: ['U'] })
const town = (given: Partial<Told> = {}): Told => ({
  kind: 'town',
  key: 'leeds',
  region: '',
  name: 'Leeds',
  sure: true,
  now: true,
  said: 'lives in Leeds',
  on: today,
  ...given,
})
const tied = (kind: TieKind, id: string): Tie => ({ ...about, id: `${kind} ${id}`, kind, otherId: id })
const through = (id: string, on = '2026-11-01') => ({ other: { id, name: id }, spoke: spoke(on) })
const tie = (kind: TieKind, id: string, on?: string): WarmWay => ({
  kind: 'tie',
  on: today,
  tie: tied(kind, id),
  ...through(id, on),
})
const work = (id: string, sure: boolean, company = 'Acme'): WarmWay => {
  const role: Role = { ...about, id, title: '', company, sinceOn: null, untilOn: null }
  return { kind: 'work', together: { theirs: role, others: role, sure, untilOn: null }, ...through(id) }
}
const ground = (kind: Told['kind'], id: string, key = 'leeds'): WarmWay => {
  const mine = town({ kind, key })
  return { kind: 'ground', mine, theirs: mine, ...through(id) }
}
const teammate = (userId: string, on: string): WarmWay => ({ kind: 'teammate', userId, spoke: spoke(on) })
const order = (...ways: readonly WarmWay[]) =>
  warmest(ways, today).map((way) => (way.kind === 'teammate' ? way.userId : way.other.id))

describe('warm ways', () => {
  it('come the warmest first, whatever order they were found in', () => {
    expect(
      order(
        ground('town', 'town'),
        work('work', true),
        tie('friends with', 'friend'),
        teammate('ben', '2026-10-01'),
      ),
    ).toEqual(['ben', 'friend', 'work'].concat('town'))
    expect(
      order(tie('married to', 'wife'), ground('pastime', 'chess'), ground('school', 'school', 'x')),
    ).toEqual(['school', 'chess', 'wife'])
    expect(order(tie('works with', 'x'), tie('listens to', 'y'), tie('introduced by', 'z'))).toEqual([
      'z',
      'y',
      'x',
    ])
  })

  it('by a teammate who spoke with them long ago are cooler than by somebody close', () => {
    expect(order(teammate('ben', '2024-01-01'), tie('works with', 'x'))).toEqual(['x', 'ben'])
  })

  it('are five, by each person one, and by one company or town not all', () => {
    const ties = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, n) => tie('works with', id, `2026-10-0${n + 1}`))
    expect(order(...ties)).toEqual(['f', 'e', 'd', 'c', 'b'])
    expect(order(tie('works with', 'a'), work('a', true), ground('town', 'a'))).toEqual(['a'])
    expect(order(work('a', true), work('b', true), work('c', true), work('d', false, 'Globex'))).toHaveLength(
      3,
    )
    expect(order(ground('town', 'a'), ground('town', 'b'), ground('town', 'c', 'york'))).toEqual(['a', 'c'])
    expect(order(teammate('ana', '2026-11-01'), teammate('ben', '2026-11-02'))).toEqual(['ben'])
  })
})

describe('what two people have in common', () => {
  it('is beyond doubt on one side at least, and in one region', () => {
    const unsure = town({ sure: false })
    expect(shared([town()], [unsure])).toHaveLength(1)
    expect(shared([unsure], [unsure])).toEqual([])
    expect(shared([town({ region: 'ohio' })], [town({ region: 'maine' })])).toEqual([])
    expect(shared([town()], [town({ kind: 'school' })])).toEqual([])
  })

  it('ends when one of them moves', () => {
    const before = town({ on: '2026-01-01' })
    const born = town({ key: 'ohio', now: false, on: '2025-01-01' })
    expect(latest([town({ key: 'york' }), before, born]).map(({ key }) => key)).toEqual(['york', 'ohio'])
    expect(latest([town(), before])).toEqual([town()])
  })

  it('is looked for by its words', () => {
    expect(groundWords(town({ name: 'Stratford-upon-Avon' }))).toEqual(['stratford', 'upon', 'avon'])
  })
})
