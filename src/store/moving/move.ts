import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Instant } from '../../domain/local-time.js'
import { cipherFor, type Encryption } from '../cipher/cipher.js'
import { connect } from '../dialect.js'
import { doneIn } from '../migrate.js'
import { migrations } from '../migrations/index.js'
import { emptyError, missingError, newerError } from '../open-error.js'
import { inTransaction, patiently } from '../transaction.js'
import type { Moved } from './gate.js'
import type { MovedTable } from './moved-tables.js'
import { earlierSchema, movedElsewhere, schemaChanged, wrongFrom } from './refusals.js'
import { goThrough, type Round, type Rounds } from './rounds.js'
import { ServerSession } from './server-session.js'
import { SourceFile } from './source-file.js'
import { finish, isMovingInto, lookThrough, prepare } from './target.js'

/** What is said on the way. `rows`: looked at so far in this round. */
export type Step =
  | { readonly kind: 'copying'; readonly isGoingOn: boolean }
  | { readonly kind: 'looked'; readonly rows: number }
  | { readonly kind: 'stop-the-bot' }
  | { readonly kind: 'last-step' }

export type Move = {
  /** `file:PATH`. */
  readonly from: string
  /** `postgres://...`. */
  readonly to: string
  readonly encryption: Encryption
  readonly clock: () => Instant
  readonly onStep: (step: Step) => void
  /** Between two looks whether the bot was stopped, in ms. */
  readonly lookAgainMs?: number
  /** See `Rounds`. */
  readonly atOnce?: number
}

/** `sum` is made of the sums of the table's ranges, which both sides agreed on. */
export type TableMoved = { readonly name: string; readonly rows: number; readonly sum: string }
export type DatabaseMoved = {
  readonly where: string
  readonly path: string
  readonly tables: readonly TableMoved[]
  /** How long nobody could work with either. */
  readonly closedMs: number
}

/** While the bot works on, what it changed is copied now and then, so that little is left for the end. */
const refreshMs = 5 * 60_000
/** So few ranges changed during a round that the last one will be quick. */
const fewRanges = 10

/**
 * Moves a SQLite file into an empty database on a server: copies beside the bot, waits until nobody has the file open,
 * copies what changed since, compares every table on both sides, marks the file as moved and opens the database. Rejects
 * with a `MoveRefused` or an `OpenError`. Ended at any moment and called again, it goes on where it was.
 */
export const moveDatabase = async (move: Move): Promise<DatabaseMoved> => {
  const path = pathOf(move.from)
  const server = new ServerSession(move.to)
  const schema = await schemaOf(move)
  const source = new SourceFile(path)
  try {
    await server.open()
    const isGoingOn = await isMovingInto(server, path)
    const moved = source.moved()
    if (moved !== null && (moved.moved_to !== server.where || !isGoingOn))
      throw movedElsewhere(path, moved.moved_to)
    server.isMarked = moved !== null
    const tables = source.tables()
    await prepare(server, { url: move.to, encryption: move.encryption }, { from: path, schema, tables })
    move.onStep({ kind: 'copying', isGoingOn })
    await copyBeside(move, { source, server, tables })
    const began = performance.now()
    move.onStep({ kind: 'last-step' })
    if (source.schema().join() !== schema.join()) throw schemaChanged(path)
    const looked = new Map<string, Round>()
    await eachTable(move, { source, server, tables }, true, (name, round) => looked.set(name, round))
    await finish(server, () => {
      source.mark(server.where, move.clock())
      server.isMarked = true
    })
    const closedMs = performance.now() - began
    return { where: server.where, path, closedMs, tables: tables.map(({ name }) => movedOf(name, looked)) }
  } finally {
    source.close()
    await server.close()
  }
}

/** Makes a file usable again that was moved away. Answers where it had been moved to. */
export const takeMoveBack = (from: string): Moved => {
  const source = new SourceFile(pathOf(from))
  try {
    return source.takeBack()
  } finally {
    source.close()
  }
}

const pathOf = (from: string): string => {
  const path = from.startsWith('file:') ? from.slice('file:'.length) : ''
  if (path === '' || path === ':memory:') throw wrongFrom()
  if (!existsSync(path)) throw missingError(resolve(path))
  return resolve(path)
}

/** The migrations of the file, which are those of this program. */
const schemaOf = async ({ from, encryption }: Move): Promise<readonly string[]> => {
  const handle = connect(from, 10_000, cipherFor(encryption), 'read')
  try {
    await patiently(10_000, () => handle.inspect())
    return await inTransaction(handle, 'read', 10_000, async (db) => {
      const names = Object.keys(migrations)
      const done = await doneIn(handle, db)
      if (done.length === 0) throw emptyError(handle.where)
      if (done.some((name) => !names.includes(name))) throw newerError(handle.where)
      if (done.length < names.length) throw earlierSchema(handle.where)
      return { value: [...done].sort(), keep: false }
    })
  } catch (error) {
    throw handle.openError(error)
  } finally {
    await handle.db.destroy().catch(() => {})
  }
}

type Sides = Pick<Rounds, 'source' | 'server'> & { readonly tables: readonly MovedTable[] }

/** Until this process has the file alone. */
const copyBeside = async (move: Move, sides: Sides): Promise<void> => {
  let changed = await eachTable(move, sides, false)
  await lookThrough(sides.server, sides.tables)
  // A round is shorter than the one before, and less happens in it; at some point the bot is as quick.
  for (let before = Infinity; changed > fewRanges && changed < before / 2; ) {
    if (sides.source.isMineAlone()) return
    before = changed
    changed = await eachTable(move, sides, false)
  }
  if (sides.source.isMineAlone()) return
  move.onStep({ kind: 'stop-the-bot' })
  for (let lastAt = performance.now(); !sides.source.isMineAlone(); ) {
    await pause(move.lookAgainMs ?? 1_000)
    if (performance.now() - lastAt < refreshMs) continue
    await eachTable(move, sides, false)
    lastAt = performance.now()
  }
}

/** One round. Answers how many ranges were not as they had been. */
const eachTable = async (
  move: Move,
  { source, server, tables }: Sides,
  isLast: boolean,
  onRound: (name: string, round: Round) => void = () => {},
): Promise<number> => {
  let [changed, rows] = [0, 0]
  const onLooked = (more: number): void => {
    rows += more
    move.onStep({ kind: 'looked', rows })
  }
  for (const table of tables) {
    const round = await goThrough({ source, server, atOnce: move.atOnce ?? 1_000, onLooked }, table, isLast)
    changed += round.copied + round.left
    onRound(table.name, round)
  }
  return changed
}

const movedOf = (name: string, looked: ReadonlyMap<string, Round>): TableMoved => {
  const chunks = looked.get(name)?.chunks ?? []
  const sum = createHash('sha256')
    .update(chunks.map((chunk) => chunk.sum).join())
    .digest('hex')
  return { name, rows: chunks.reduce((rows, chunk) => rows + chunk.rows, 0), sum }
}
