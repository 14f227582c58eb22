import { channelOf } from '../../domain/audience.js'
import type { Import } from '../../domain/import.js'
import type { ImportedContact } from '../../domain/imported-contact.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, type AskerPorts, scopeOf, whoAsks } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Fate, KeepingImports, NewId, PersonName, StagedRow } from '../ports.js'
import { type BringingIn, bringKnown, bringNew } from './bring-in.js'
import { FirstDays } from './first-days.js'

export type RowDecision =
  | { readonly is: 'same'; readonly personId: string }
  | { readonly is: 'new' }
  | { readonly is: 'left-out' }

export type Decided = {
  readonly fate: Fate
  /** Null where the row was left out. */
  readonly person: PersonName | null
  /** The act that can be taken back; null where nothing was changed. */
  readonly actId: string | null
  /** How many unclear rows are left. */
  readonly left: number
}

/** An unclear row (`nth` of `StagedRow`), decided by its importer: an act of its own in the import's home. */
export const decideRow = async (
  ports: AskerPorts & { readonly newId: NewId },
  asker: Asker,
  importId: string,
  nth: number,
  decision: RowDecision,
): Promise<Outcome<Decided>> => {
  const found = await ports.uow.read(scopeOf(asker), async ({ imports }) => ({
    them: await imports.get(importId),
    row: await imports.row(importId, nth),
  }))
  const { them, row } = found
  if (them === null || them.state !== 'done' || row === null || row.contact === null)
    return rejected({ reason: 'import-gone' })
  const { at, cause, workspaceId, userId } = asker
  const there = await whoAsks(ports, { workspaceId, userId, channelId: channelOf(them.home), at, cause })
  if ('notATeammate' in there || there.place.home !== them.home) return rejected({ reason: 'import-gone' })
  if (decision.is === 'left-out') return leaveOut(ports, there, them, row)
  const settled = await bring(ports, there, them, { ...row, contact: row.contact }, decision)
  return settled.ok || settled.why.reason !== 'nothing-changed' || decision.is !== 'same'
    ? settled
    : // All that the row says is known already.
      keepFate(ports, there, them, row, { outcome: 'same', personId: decision.personId })
}

type ClearRow = StagedRow & { readonly contact: ImportedContact }

const bring = (
  ports: ActPorts,
  asker: Asker,
  them: Import,
  { nth, contact }: ClearRow,
  decision: Exclude<RowDecision, { is: 'left-out' }>,
): Promise<Outcome<Decided>> =>
  act(
    ports,
    asker,
    'import',
    decision.is === 'same' ? decision.personId : null,
    async (stores, { id: actId }) => {
      if (!(await waits(stores.imports, them, nth))) return rejected({ reason: 'row-decided' })
      const firstDays = new FirstDays(asker, them.rhythm, asker.today)
      const bringing: BringingIn = { stores, newId: ports.newId, asker, them, firstDays }
      const known = decision.is === 'same' ? await stores.people.get(decision.personId) : null
      if (decision.is === 'same' && known === null) return rejected({ reason: 'person-gone' })
      const [personId = ''] = known === null ? await bringNew(bringing, [contact]) : [known.id]
      const fate: Fate = known === null ? { outcome: 'new' } : await bringKnown(bringing, contact, known)
      const left = await settle(stores.imports, them, nth, fate, personId)
      const [person = null] = await stores.people.names([personId])
      return ok({ fate, person, actId, left })
    },
  )

const leaveOut = (ports: ActPorts, asker: Asker, them: Import, row: StagedRow): Promise<Outcome<Decided>> =>
  keepFate(ports, asker, them, row, { outcome: 'skipped', why: 'left-out', firstRow: null })

const keepFate = (
  { uow }: ActPorts,
  asker: Asker,
  them: Import,
  { nth }: StagedRow,
  fate: Fate,
): Promise<Outcome<Decided>> =>
  uow.keep<Outcome<Decided>>(scopeOf(asker), async ({ imports, people }) => {
    if (!(await waits(imports, them, nth))) return rejected({ reason: 'row-decided' })
    const personId = 'personId' in fate ? fate.personId : null
    const left = await settle(imports, them, nth, fate, personId)
    const [person = null] = personId === null ? [] : await people.names([personId])
    return ok({ fate, person, actId: null, left })
  })

const waits = async (imports: KeepingImports, { id }: Import, nth: number): Promise<boolean> =>
  (await imports.row(id, nth))?.fate.outcome === 'unclear'

/** Answers how many unclear rows are left. */
const settle = async (
  imports: KeepingImports,
  { id }: Import,
  nth: number,
  fate: Fate,
  personId: string | null,
): Promise<number> => {
  await imports.settle(id, { nth, fate, personId })
  const counts = await imports.counts(id)
  const unclear = counts.unclear - 1
  await imports.keepCounts(id, { ...counts, unclear, [fate.outcome]: counts[fate.outcome] + 1 })
  return unclear
}
