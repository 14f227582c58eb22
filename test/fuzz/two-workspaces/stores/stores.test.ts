import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '../../../../src/app/outcome.js'
import type { Scope } from '../../../../src/app/ports.js'
import { ana, at, customers } from '../../../store/contract/workspace.js'
import { engines } from '../../../support/stores.js'
import { cases, patience, tried } from '../../support/budget.js'
import { acts } from './acts.js'
import { Given, type Ids } from './given.js'
import { keeps } from './keeps.js'
import { askedOf, named } from './named.js'
import { reads } from './reads.js'
import { differing } from './rows.js'
import { askedBy, namesIn, type Table } from './table.js'
import { asking, aUniverse, others, type Universe } from './universe.js'

/** So that what was answered can be compared: maps and sets as lists, and why it threw. */
const asText = (answer: unknown): string =>
  JSON.stringify(answer, (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value)) ??
  'nothing'

/** What takes away comes last, or there would be nothing left for the others. */
const harmOf = (name: string): number => {
  if (/merge|reverse/.test(name)) return 1
  return /remove|sweep|moved|retracted|recall/.test(name) ? 2 : 0
}
const isGentle = (name: string): boolean => !name.startsWith('forgetting.')

type Way = (universe: Universe, scope: Scope, name: string, given: Given) => Promise<unknown>
const reading: Way = ({ store }, scope, name, given) =>
  store.uow.read(scope, (stores) => askedBy(reads, name)(stores, given))
const acting: Way = ({ store }, scope, name, given) => {
  const draft = { kind: 'note', by: ana, at, place: customers, personId: null } as const
  const cause = given.one(null, 'the same cause', 'another cause')
  return store.uow.act(scope, { ...draft, cause }, async (stores) =>
    ok(await askedBy(acts, name)(stores, given)),
  )
}
const naming: Way = async ({ store }, { workspaceId }, name, given) =>
  askedOf(name)?.(store, given, workspaceId)
const keeping: Way = ({ store }, scope, name, given) =>
  store.uow.keep(scope, (stores) => askedBy(keeps, name)(stores, given))

describe.each(engines)('a workspace beside others with the same ids, on %s', (engine) => {
  let alone: Universe
  let beside: Universe
  let ids: Ids
  beforeEach(async () => {
    alone = await aUniverse(engine, true)
    beside = await aUniverse(engine, false)
    const all = await Promise.all(others.map((id) => beside.idsOf(id)))
    const foreign: Record<string, string[]> = {}
    for (const each of all)
      for (const [table, found] of Object.entries(each))
        foreign[table] = [...(foreign[table] ?? []), ...found]
    ids = { own: await alone.idsOf(asking), foreign }
  })
  afterEach(async () => {
    await alone?.drop()
    await beside?.drop()
  })

  /** The same is asked where nobody else is, and beside the others: what comes of it must not differ. */
  const asks = async (way: Way, name: string, numbers: readonly number[]): Promise<void> => {
    const given = () => new Given(numbers, ids)
    const audience =
      (numbers.at(-1) ?? 0) % 3 === 0 ? alone.here.scope(ana).audience : ('everything' as const)
    const scope = { workspaceId: asking, audience }
    const of = async (universe: Universe): Promise<string> =>
      asText(await way(universe, scope, name, given()).catch((error: unknown) => `threw ${String(error)}`))
    const [expected, found] = [await of(alone), await of(beside)]
    expect(found, name).toBe(expected)
  }
  const draws = fc.array(fc.nat(1e9), { minLength: 24, maxLength: 24 })
  /** Each method is asked with other things than the one before, and the slower engine half as often. */
  const some = (way: Way, name: string): Promise<void> => {
    const { seed, numRuns } = cases(
      (engine === 'SQLite' ? 14 : 7) * (harmOf(name) === 1 || !isGentle(name) ? 3 : 1),
    )
    const own = {
      seed: seed + ([...name].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7) % 1e6),
      numRuns,
    }
    const property = fc.asyncProperty(draws, (numbers) => asks(way, name, numbers))
    return fc.assert(property, { ...own, endOnFailure: true })
  }
  /** Nothing of the others is otherwise, and what lies of it itself is what would lie there alone. */
  const changesNothing = async (way: Way, table: Table, which = (_: string) => true): Promise<number> => {
    const theirs = await beside.rows.of(...others)
    const names = namesIn(table).filter(which)
    for (const name of names.sort((one, two) => harmOf(one) - harmOf(two))) {
      await some(way, name)
      expect(differing(theirs, await beside.rows.of(...others)), `${name} changed another workspace`).toEqual(
        [],
      )
      expect(
        differing(await alone.rows.anywhere(asking), await beside.rows.anywhere(asking)),
        `${name} came to another end`,
      ).toEqual([])
    }
    return names.length
  }

  it('has something in each table, and others have too', async () => {
    for (const id of [asking, ...others])
      expect(Object.keys(await beside.idsOf(id)).length).toBeGreaterThan(18)
    const [, twin] = others
    expect((await beside.idsOf(twin)).notes).toEqual(expect.arrayContaining([...(ids.own.notes ?? [])]))
    expect(ids.foreign.notes?.filter((id) => !ids.own.notes?.includes(id)).length).toBeGreaterThan(3)
  })

  it('reads as if it were alone, whatever ids it asks for', { timeout: patience(120_000) }, async () => {
    for (const name of namesIn(reads)) await some(reading, name)
    tried(`methods that read, on ${engine}`, namesIn(reads).length)
  })

  it('keeps its books as if it were alone', { timeout: patience(120_000) }, async () => {
    tried(`methods that keep, on ${engine}`, await changesNothing(keeping, keeps, isGentle))
  })

  it('forgets people as if it were alone', { timeout: patience(120_000) }, async () => {
    await changesNothing(acting, acts, (name) => !isGentle(name))
    await changesNothing(keeping, keeps, (name) => !isGentle(name))
  })

  it('is meant alone by what is asked for by its name', { timeout: patience(120_000) }, async () => {
    const isOfOne = (name: string): boolean => askedOf(name) !== null
    tried(`methods by name, on ${engine}`, await changesNothing(naming, named, isOfOne))
  })

  it('does all that can be done as if it were alone', { timeout: patience(120_000) }, async () => {
    tried(`methods of acts, on ${engine}`, await changesNothing(acting, acts, isGentle))
  })
})
