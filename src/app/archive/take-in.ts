import type { Instant } from '../../domain/local-time.js'
import { type Archive, idOf, type KeptRow, type WritingArchive } from '../ports/archive.js'
import { type ArchiveLine, BrokenArchive, type Counts, keptKinds, noneYet } from './archive.js'

/** Lines of an archive with their numbers, from the first. */
export type NumberedLines = AsyncIterable<{ readonly number: number; readonly line: ArchiveLine }>

/** Rows that are written together. */
const batchLength = 200

/**
 * Takes an archive that was checked into an empty database; null when it is not empty, and nothing is changed. `open`
 * reads the same lines each time. Throws `BrokenArchive`, keeping nothing.
 */
export const takeIn = (
  archive: Archive,
  workspaceIds: readonly string[],
  open: () => NumberedLines,
  at: Instant,
): Promise<Counts | null> =>
  archive.write(workspaceIds, async (kept) => ((await kept.isEmpty()) ? writeAll(kept, open(), at) : null))

/** Reads all of it and answers the workspaces in it. Throws `BrokenArchive` at the first line that is not right. */
export const checkArchive = async (lines: NumberedLines): Promise<readonly string[]> => {
  const workspaceIds: string[] = []
  for await (const step of checked(lines)) if (step.is === 'workspace') workspaceIds.push(step.id)
  return workspaceIds
}

const writeAll = async (kept: WritingArchive, lines: NumberedLines, at: Instant): Promise<Counts> => {
  let counts = noneYet()
  let workspaceId: string | null = null
  let batch: KeptRow[] = []
  const flush = async () => {
    if (workspaceId !== null && batch.length > 0) await kept.add(workspaceId, batch)
    batch = []
  }
  const settle = async () => {
    await flush()
    if (workspaceId !== null) await kept.settle(workspaceId, at)
  }
  for await (const step of checked(lines)) {
    if (step.is === 'row') {
      if (batch.length >= batchLength || (batch[0]?.kind ?? step.row.kind) !== step.row.kind) await flush()
      batch.push(step.row)
      continue
    }
    await settle()
    if (step.is === 'workspace') workspaceId = step.id
    if (step.is === 'end') counts = { ...step.counts }
  }
  return counts
}

/** Passes on what fits together: everybody is there whom something is about, and nothing is missing or there twice. */
async function* checked(lines: NumberedLines): AsyncGenerator<ArchiveLine> {
  const counts = noneYet()
  const workspaces = new Set<string>()
  let people = new Set<string>()
  let last: KeptRow | null = null
  let isOver = false
  let read = 0
  for await (const { number, line } of lines) {
    read = number
    const broken = (problem: string) => new BrokenArchive(number, problem)
    if (isOver) throw broken('It stands behind the last line of the export.')
    if ((number === 1) !== (line.is === 'head'))
      throw broken('The first line, and no other, names the format.')
    if (line.is === 'workspace') {
      if (workspaces.has(line.id)) throw broken(`The workspace ${line.id} is there twice.`)
      workspaces.add(line.id)
      people = new Set()
      last = null
    }
    if (line.is === 'row') {
      if (workspaces.size === 0) throw broken('A line that names the workspace is missing before it.')
      if (!follows(last, line.row)) throw broken('It stands out of order, or is there twice.')
      const stranger = strangerIn(line.row, people)
      if (stranger !== null) throw broken(`It is about somebody who is not in the export: ${stranger}.`)
      if (isNamedByOthers(line.row.kind)) people.add(idOf(line.row))
      counts[line.row.kind] += 1
      last = line.row
    }
    if (line.is === 'end') {
      const wrong = keptKinds.find((kind) => counts[kind] !== line.counts[kind])
      if (wrong !== undefined)
        throw broken(
          `Lines are missing: ${line.counts[wrong]} of ${wrong} were exported, ${counts[wrong]} are here.`,
        )
      isOver = true
    }
    yield line
  }
  if (!isOver) throw new BrokenArchive(read + 1, 'The end is missing: the export was cut short.')
}

const follows = (last: KeptRow | null, row: KeptRow): boolean => {
  if (last === null) return true
  if (last.kind !== row.kind) return keptKinds.indexOf(last.kind) < keptKinds.indexOf(row.kind)
  return inBytes(idOf(last), idOf(row)) < 0
}

/** The order of both engines; JavaScript's own differs beyond the first 65,536 signs. */
const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** People, and what is no person but has things hanging on it. */
const isNamedByOthers = (kind: KeptRow['kind']): boolean =>
  kind === 'person' || kind === 'sketch' || kind === 'sketch-claim'

const strangerIn = (row: KeptRow, known: ReadonlySet<string>): string | null =>
  namedIn(row).find((id) => !known.has(id)) ?? null

const namedIn = (row: KeptRow): readonly string[] => {
  if (row.kind === 'tie') return [row.it.personId, row.it.otherId]
  if (row.kind === 'sketch-claim') return [row.it.personaId]
  if (row.kind === 'trial') return [row.it.personId, row.it.claimId]
  return row.kind !== 'person' && 'personId' in row.it ? [row.it.personId] : []
}
