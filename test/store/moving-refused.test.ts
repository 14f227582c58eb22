import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { cipherFor } from '../../src/store/cipher/cipher.js'
import { connect } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { migrations } from '../../src/store/migrations/index.js'
import { fileTrouble, MoveRefused, serverTrouble } from '../../src/store/moving/refusals.js'
import { OpenError } from '../../src/store/open-error.js'
import { aTeam, moving, onServer, rowsInFile, type Sides, tablesIn, twoSides } from '../support/moving.js'
import { usual } from '../support/sealed.js'
import { Workspace } from './contract/workspace.js'

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => 'went well',
    (problem: unknown) => problem,
  )
  expect(error instanceof MoveRefused || error instanceof OpenError).toBe(true)
  return error instanceof Error ? error.message : ''
}
const aFile = async (): Promise<Sides> => {
  const sides = await twoSides()
  const { store } = await aTeam(sides, 2)
  await store.close()
  return sides
}
const to = (sides: Sides, url: string): Sides => ({ ...sides, server: { ...sides.server, url } })
const from = (sides: Sides, url: string): Sides => ({ ...sides, file: { ...sides.file, url } })

describe('a move is refused', () => {
  it('from what is no file of ours, or to what is no server', async () => {
    const sides = await aFile()
    const folder = join(sides.path, '..')
    expect(await refusal(moving(to(sides, 'file:other.db')))).toContain(
      '--to is an empty database on a PostgreSQL',
    )
    expect(await refusal(moving(from(sides, sides.server.url)))).toContain(
      '--from is the file that the bot works with',
    )
    expect(await refusal(moving(from(sides, 'file:')))).toContain('--from is the file')
    const none = join(folder, 'none.db')
    expect(await refusal(moving(from(sides, `file:${none}`)))).toContain(`There is no database ${none}`)
    expect(existsSync(none)).toBe(false)
    const letter = join(folder, 'letter.txt')
    await writeFile(letter, 'Dear Frank, thank you for the tour of the plant.\n'.repeat(200))
    expect(await refusal(moving(from(sides, `file:${letter}`)))).toContain('is damaged, or is no database')
    const empty = join(folder, 'empty.db')
    await writeFile(empty, '')
    expect(await refusal(moving(from(sides, `file:${empty}`)))).toContain('is empty')
    expect(
      await onServer(
        sides,
        async (client) =>
          (await client.query('select * from pg_tables where schemaname = current_schema()')).rows,
      ),
    ).toEqual([])
  })

  it('to a server that is not there, or does not have it, and names no password', async () => {
    const sides = await aFile()
    const away = await refusal(moving(to(sides, 'postgres://bot:hunter2@127.0.0.1:1/personable')))
    expect(away).toContain('The PostgreSQL server at 127.0.0.1:1/personable cannot be reached')
    expect(away).not.toContain('hunter2')
    const none = await refusal(moving(to(sides, `${sides.server.url}_none`)))
    expect(none).toMatch(
      /There is no database .*_none\. Make it with createdb, or put right its name in --to/,
    )
  })

  it('from a schema of before or after', async () => {
    const [before, after] = [await twoSides(), await aFile()]
    const handle = connect(before.file.url, 5_000)
    await migrate(handle, 5_000, Object.fromEntries(Object.entries(migrations).slice(0, -1)))
    await handle.db.destroy()
    expect(await refusal(moving(before))).toContain('Start the bot with this version on it once')
    const later = connect(after.file.url, 5_000, cipherFor(usual))
    await migrate(later, 5_000, { ...migrations, '9999-later': () => async () => {} })
    await later.db.destroy()
    expect(await refusal(moving(after))).toContain('written by a newer version')
  })

  it('into what is not empty, or not ours, and leaves it as it is', async () => {
    const sides = await aFile()
    const there = new Workspace(await sides.server.open(), 'T9')
    await there.knows('Susan Bell')
    expect(await refusal(moving(sides))).toMatch(
      /is not empty: there are rows in \w+\. Make another with createdb/,
    )
    expect(await there.readAll(({ people }) => people.called(['susan']))).toHaveLength(1)
    const other = await aFile()
    await onServer(other, (client) => client.query('create table people (name text)'))
    expect(await refusal(moving(other))).toContain('has a table people of another program')
    const newer = await aFile()
    const handle = connect(newer.server.url, 5_000)
    await migrate(handle, 5_000, { ...migrations, '9999-later': () => async () => {} })
    await handle.db.destroy()
    expect(await refusal(moving(newer))).toContain('written by a newer version')
  })

  it('where a bot has run, though it knew nothing yet', async () => {
    const sides = await aFile()
    await sides.server.open()
    await onServer(sides, (client) =>
      client.query(
        `insert into pulses (workspace_id, beat_at, well_at) values ('T1', 'x', 'x') on conflict do nothing`,
      ),
    )
    expect(await refusal(moving(sides))).toContain('there are rows in pulses')
  })

  it('into where another file is being moved, or another move works', async () => {
    const [sides, other] = [await aFile(), await aFile()]
    const store = await sides.file.open()
    let isWaiting = () => {}
    const waits = new Promise<void>((resolve) => {
      isWaiting = resolve
    })
    const first = moving(sides, ({ kind }) => {
      if (kind === 'stop-the-bot') isWaiting()
    })
    await waits
    expect(await refusal(moving(sides))).toContain('Another npm run move works on')
    await onServer(sides, (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'personable move' and datname = current_database()`),
    )
    await store.close()
    expect(await refusal(first)).toContain('went away')
    expect(await refusal(moving({ ...other, server: sides.server }))).toContain(
      `The file ${sides.path} is being moved into`,
    )
    await moving(sides)
  })

  it('while somebody rests with the file open, and while a new version changes it', async () => {
    const sides = await aFile()
    const store = await sides.file.open()
    const before = rowsInFile(sides.path)
    const done = refusal(
      moving(sides, ({ kind }) => {
        if (kind !== 'stop-the-bot') return
        const later = connect(sides.file.url, 5_000)
        void sql`insert into personable_migrations (name, timestamp) values ('9999-later', '')`
          .execute(later.db)
          .then(() => later.db.destroy())
          .then(() => store.close())
      }),
    )
    expect(await done).toContain('Another version of the bot has changed the tables')
    expect(rowsInFile(sides.path)).toEqual(before)
    expect(tablesIn(sides.path)).toContain('people')
  })
})

describe('what stands in the way of a move', () => {
  const coded = (code: string, message = 'no') => Object.assign(new Error(message), { code })
  const said = (error: unknown): string => (error instanceof MoveRefused ? error.message : 'not said')

  it('is said in a sentence with what to do, and nothing of what was moved', () => {
    const server = (code: string, message?: string) =>
      said(serverTrouble('db/personable', coded(code, message), false))
    expect(server('53100')).toMatch(
      /disk of the PostgreSQL server at db.personable is full\. Make room .* goes on/,
    )
    expect(server('42501')).toContain('Grant CREATE on its schema to that user')
    expect(server('28P01')).toContain('Put them right in --to')
    expect(server('25006')).toContain('--to')
    expect(server('22P05', 'unsupported Unicode escape sequence')).toContain('PostgreSQL does not take')
    expect(server('22P02', 'invalid input syntax: "Frank Ortiz"')).not.toContain('Frank')
    const file = (code: string) => said(fileTrouble('/data/a.db', coded(code)))
    expect(file('SQLITE_FULL')).toContain('The disk with the database file /data/a.db is full')
    expect(file('SQLITE_READONLY')).toContain('Run this as the user of the bot')
    expect(file('SQLITE_CORRUPT')).toContain('is damaged')
    expect(file('SQLITE_BUSY')).toContain('held by another program')
  })
})
