import { v7 as sortableId } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/store/moving/move.js'
import { openStore } from '../../src/store/open-store.js'
import { verifyDatabase } from '../../src/store/verifying/verify-database.js'
import {
  aTeam,
  hangUpAll,
  movedAt,
  moving,
  movingBeside,
  onServer,
  rowsInFile,
  rowsOnServer,
  twoSides,
} from '../support/moving.js'
import { inDatabase } from '../support/process-database.js'
import { usual } from '../support/sealed.js'
import { ana, Workspace } from './contract/workspace.js'

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'went well',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  )
class Cut extends Error {}

describe('a move that is cut short', () => {
  it('at whatever step goes on when it is run again, and opens no half filled database', async () => {
    const sides = await twoSides()
    const { store, here } = await aTeam(sides, 4)
    await store.close()
    let cuts = 0
    /** Cuts itself off at the n-th step, and then lets the bot write something. */
    const cutAt = async (n: number): Promise<boolean> => {
      let steps = 0
      const said = await refusal(
        moving(sides, () => {
          if (++steps === n) throw new Cut('cut short')
        }),
      )
      if (said === 'went well') return true
      expect(said).toBe('cut short')
      cuts++
      expect(await refusal(openStore(sides.server.url, { newId: sortableId }))).toContain(
        'that is not finished',
      )
      expect(await refusal(verifyDatabase(sides.server.url, usual))).toContain('that is not finished')
      const bot = await openStore(sides.file.url, { newId: sortableId, encryption: usual })
      const person = here.person(`After${cuts} Bell`)
      const draft = { kind: 'add', personId: person.id } as const
      await new Workspace(bot, 'T1').does(ana, ({ people }) => people.add(person), draft)
      await bot.close()
      return false
    }
    for (let n = 1; !(await cutAt(n)); n += 6) expect(n).toBeLessThan(2_000)
    expect(cuts).toBeGreaterThan(10)
    expect(await rowsOnServer(sides)).toEqual(rowsInFile(sides.path))
  })

  it('copies what it had not copied yet, and not all of it again', async () => {
    const sides = await twoSides()
    const { store } = await aTeam(sides, 40)
    await store.close()
    const written = () =>
      onServer(sides, async (client) => {
        await client.query('select pg_stat_force_next_flush()').catch(() => {})
        const { rows } = await client.query(
          `select coalesce(sum(n_tup_ins), 0)::int as n from pg_stat_user_tables where relname = 'acts'`,
        )
        return rows[0].n
      })
    await refusal(
      moving(sides, ({ kind }) => {
        if (kind === 'last-step') throw new Cut('cut short')
      }),
    )
    const first = await written()
    const kinds: Step[] = []
    await moving(sides, (step) => kinds.push(step))
    expect(kinds[0]).toEqual({ kind: 'copying', isGoingOn: true })
    expect(first).toBeGreaterThanOrEqual(80)
    expect(await written()).toBe(first)
  })

  it('by a server that goes away, says so and goes on', async () => {
    const sides = await twoSides()
    const { store, adds } = await aTeam(sides)
    const { done } = await movingBeside(
      sides,
      (nth) => adds(`Meanwhile${nth} Bell`),
      ({ kind }) => {
        if (kind === 'last-step') hangUpAll(sides)
      },
    )
    const said = refusal(done)
    await store.close()
    expect(await said).toMatch(
      /cannot be reached, or went away .* run the same command again, and it goes on/,
    )
    await moving(sides)
    expect(await rowsOnServer(sides)).toEqual(rowsInFile(sides.path))
  })

  it('between its two last strokes leaves neither open, and is finished by the next run', async () => {
    const sides = await twoSides()
    const { store } = await aTeam(sides)
    await store.close()
    const clock = () => {
      hangUpAll(sides)
      return movedAt
    }
    const said = await refusal(moving(sides, undefined, { clock }))
    expect(said).toContain('one step is missing: run the same command again. The bot can work with neither')
    expect(await refusal(openStore(sides.file.url, { newId: sortableId }))).toContain('was moved to')
    expect(await refusal(openStore(sides.server.url, { newId: sortableId }))).toContain(
      'that is not finished',
    )
    await moving(sides)
    expect(await rowsOnServer(sides)).toEqual(rowsInFile(sides.path))
    await sides.server.open({ newId: sortableId })
  })

  it('by what somebody else wrote there finds it, and copies that anew', async () => {
    const sides = await twoSides()
    const { store, here } = await aTeam(sides)
    const { done } = await movingBeside(sides, (nth) => here.knows(`Meanwhile${nth} Bell`))
    const said = refusal(done)
    await onServer(sides, (client) =>
      client.query(`update people set name = 'Somebody' where name like 'Person1 %'`),
    )
    await store.close()
    expect(await said).toMatch(/the table people is not as it was copied: somebody else writes there/)
    const bot = await sides.file.open()
    await bot.close()
    await moving(sides)
    expect(await rowsOnServer(sides)).toEqual(rowsInFile(sides.path))
  })

  it('because something names what is not there leaves the bot its file', async () => {
    const sides = await twoSides('damaged')
    const { store, here, known } = await aTeam(sides)
    await store.close()
    inDatabase(sides.path, (file) => {
      file.pragma('foreign_keys = off')
      file.prepare('delete from people where id = ?').run(known[3]?.id)
    })
    expect(await refusal(moving(sides))).toMatch(/names what is not there .* npm run verify says more/)
    const bot = new Workspace(await sides.file.open(), 'T1')
    await bot.does(ana, ({ notes }) => notes.add(here.note(known[0] ?? here.person('x'), 'plays golf')))
  })

  it('with tables of an earlier version begins anew with those of this one', async () => {
    const sides = await twoSides()
    const { store } = await aTeam(sides)
    await store.close()
    await refusal(
      moving(sides, ({ kind }) => {
        if (kind === 'last-step') throw new Cut('cut short')
      }),
    )
    await onServer(sides, async (client) => {
      await client.query(`update personable_moving set schema = '["0001-people"]'`)
      await client.query(`alter table people drop column prefers`)
      await client.query(`delete from personable_migrations where name > '0019'`)
    })
    await moving(sides)
    expect(await rowsOnServer(sides)).toEqual(rowsInFile(sides.path))
  })
})
