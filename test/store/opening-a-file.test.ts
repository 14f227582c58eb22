import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { ok } from '../../src/app/outcome.js'
import { keepingStatements } from '../../src/store/kept-statements.js'
import { OpenError } from '../../src/store/open-error.js'
import { openStore, type Store } from '../../src/store/open-store.js'
import { countingIds } from '../support/stores.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'personable-open-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const open = async (path: string): Promise<Store> => {
  const store = await openStore(`file:${path}`, { newId: countingIds(), patienceMs: 300 })
  onTestFinished(() => store.close())
  return store
}
const refusal = async (path: string): Promise<string> => {
  const error = await open(path).then(
    () => 'opened',
    (problem: unknown) => problem,
  )
  expect(error).toBeInstanceOf(OpenError)
  return error instanceof Error ? error.message : ''
}
/** A database with one act in it, closed. */
const written = async (): Promise<string> => {
  const path = join(folder, 'kept.db')
  const store = await openStore(`file:${path}`, { newId: countingIds() })
  await act(store)
  await store.close()
  return path
}
const scope = { workspaceId: 'W1', audience: 'everything' } as const
const act = (store: Store) =>
  store.uow.act(
    scope,
    {
      kind: 'add',
      by: 'U1',
      at: '2026-11-20T15:00:00.000Z',
      place: 'channel:C1',
      personId: null,
      cause: null,
    },
    async () => ok(null),
  )
const length = (store: Store) => store.uow.read(scope, ({ journal }) => journal.length())

it('a file that is missing is made, with the directories above it', async () => {
  const path = join(folder, 'some', 'where', 'new.db')
  const store = await open(path)
  await store.ping()
  expect(existsSync(path)).toBe(true)
})

// Node's own way of making folders goes on for ever there.
it.runIf(process.platform === 'linux')('a folder that nobody can make is a clear error', async () => {
  await expect(openStore('file:/proc/nowhere/new.db', { newId: countingIds() })).rejects.toThrow(
    '/proc/nowhere/new.db cannot be opened',
  )
})

it('what was kept is there when it is opened again, without a migration', async () => {
  const path = await written()
  expect(await length(await open(path))).toBe(1)
})

it('is set up so that a power cut leaves it whole, and what is removed is overwritten', async () => {
  const path = join(folder, 'new.db')
  await open(path)
  const file = keepingStatements(new SQLite(path, { readonly: true }))
  onTestFinished(() => void file.close())
  expect(file.pragma('journal_mode', { simple: true })).toBe('wal')
  for (const index of ['search_fts', 'search_fts_people']) {
    const secure = file.prepare(`select v from ${index}_config where k = 'secure-delete'`).pluck().get()
    expect(secure).toBe(1)
  }
})

it('words that are removed are gone from the file', async () => {
  const path = join(folder, 'new.db')
  const store = await openStore(`file:${path}`, { newId: countingIds() })
  const about = { home: 'channel:C1', by: 'U1', at: '2026-11-20T15:00:00.000Z' } as const
  const draft = { ...about, kind: 'note', place: about.home, personId: null, cause: null } as const
  await store.uow.act(scope, draft, async ({ people }) => {
    await people.add({
      id: 'p1',
      name: 'Zebulon Quirk',
      ...about,
      introducedAt: about.at,
      introducedOn: '2026-11-20',
      ownerId: 'U1',
      rhythm: 'never',
      rhythmSetOn: null,
      firstDueOn: null,
      letBeOn: null,
      laterUntil: null,
      slackUserId: null,
      prefers: null,
      offstage: false,
      addresses: [],
    })
    return ok(null)
  })
  await store.uow.act(scope, draft, async ({ people }) => ok(await people.remove('p1')))
  await store.close()
  const file = keepingStatements(new SQLite(path))
  onTestFinished(() => void file.close())
  // The journal alone remembers, so that it can be taken back.
  file.exec('delete from changes; delete from acts')
  file.pragma('secure_delete = on')
  file.pragma('wal_checkpoint(truncate)')
  expect(readFileSync(path).toString('latin1')).not.toMatch(/quirk/)
})

it('a file that is damaged is named, and left as it is', async () => {
  const path = await written()
  const bytes = readFileSync(path)
  for (const damaged of [
    Buffer.from('not a database at all, but long enough to have a header of one hundred bytes'.repeat(3)),
    Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 0x5a)]),
    Buffer.concat([bytes.subarray(0, 4096 * 6), Buffer.alloc(4096 * 4, 0x5a), bytes.subarray(4096 * 10)]),
    bytes.subarray(0, Math.floor(bytes.length / 2 / 4096) * 4096),
  ]) {
    writeFileSync(path, damaged)
    expect(await refusal(path)).toMatch(
      new RegExp(`${path} is damaged.*backup.*DATABASE_URL.*Nothing was changed`),
    )
    expect(readFileSync(path).equals(damaged)).toBe(true)
  }
})

it('an empty file is a new database', async () => {
  const path = join(folder, 'empty.db')
  writeFileSync(path, '')
  expect(await length(await open(path))).toBe(0)
})

it('a file written by a newer version is named, and left as it is', async () => {
  const path = await written()
  const file = keepingStatements(new SQLite(path))
  file.exec("insert into personable_migrations values ('9999-from-the-future', '2030-01-01')")
  file.pragma('journal_mode = delete')
  file.close()
  const before = readFileSync(path)
  expect(await refusal(path)).toMatch(
    new RegExp(`${path} was written by a newer version.*Nothing was changed`),
  )
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('a database of another program is left alone', async () => {
  const path = join(folder, 'other.db')
  const file = keepingStatements(new SQLite(path))
  file.exec('create table songs (title text)')
  file.close()
  const before = readFileSync(path)
  expect(await refusal(path)).toMatch(new RegExp(`${path} belongs to another program`))
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('a file that may only be read is named', async () => {
  const path = await written()
  chmodSync(path, 0o444)
  await asOrdinaryUser(async () => {
    expect(await refusal(path)).toMatch(new RegExp(`${path} can only be read.*right to write`))
  })
})

it('a directory that may not be written is named', async () => {
  const closed = join(folder, 'closed')
  mkdirSync(closed)
  chmodSync(closed, 0o555)
  await asOrdinaryUser(async () => {
    expect(await refusal(join(closed, 'new.db'))).toContain(join(closed, 'new.db'))
    expect(await refusal(join(closed, 'deeper', 'new.db'))).toMatch(/can only be read|cannot be opened/)
  })
})

it('a directory in the place of the file, or a file in the place of its directory, is named', async () => {
  expect(await refusal(folder)).toContain(`${folder} cannot be opened`)
  const path = await written()
  expect(await refusal(join(path, 'new.db'))).toContain(join(path, 'new.db'))
})

it('a file that another program holds for itself is named', async () => {
  const path = await written()
  const other = keepingStatements(new SQLite(path))
  onTestFinished(() => void other.close())
  other.pragma('locking_mode = exclusive')
  other.exec('begin exclusive')
  expect(await refusal(path)).toMatch(new RegExp(`${path} is held by another program`))
})

it.each(['', 'file:', 'data/personable.db', 'mysql://x/y', 'postgres:', 'postgres://:::'])(
  'the address %j is refused with how one looks',
  async (url) => {
    const opening = openStore(url, { newId: countingIds() })
    await expect(opening).rejects.toThrow(OpenError)
    await expect(opening).rejects.toThrow(/DATABASE_URL must be file:PATH/)
  },
)

it('two processes that open a new file at once both find it ready', async () => {
  const path = join(folder, 'shared.db')
  const stores = await Promise.all(
    Array.from({ length: 4 }, () => openStore(`file:${path}`, { newId: countingIds() })),
  )
  for (const store of stores) onTestFinished(() => store.close())
  await Promise.all(stores.map((store) => store.ping()))
})

it('a copy made while it is closed opens as well', async () => {
  const path = await written()
  copyFileSync(path, join(folder, 'copy.db'))
  expect(await length(await open(join(folder, 'copy.db')))).toBe(1)
})

/** Root may write everything: what others may not is tried as somebody without rights. */
const asOrdinaryUser = async (work: () => Promise<void>): Promise<void> => {
  if (process.geteuid?.() !== 0) return work()
  const nobody = 65534
  chownSync(folder, nobody, nobody)
  process.seteuid?.(nobody)
  try {
    await work()
  } finally {
    process.seteuid?.(0)
  }
}
