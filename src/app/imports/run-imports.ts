import { channelOf } from '../../domain/audience.js'
import type { Import } from '../../domain/import.js'
import type { ActPorts } from '../acting.js'
import { type Asker, type AskerPorts, scopeOf, whoAsks } from '../asker.js'
import type { Clock, Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { breathe, breathing, waitForOther } from './breathe.js'
import { carryOut } from './carry-out.js'
import { type ClaimPorts, claimOn, type ImportClaim } from './import-claim.js'
import { undoSome } from './undo-some.js'

export type RunPorts = ActPorts & AskerPorts & ClaimPorts & { readonly clock: Clock }

/** Batches after which it is asked anew whether the importer may still do this. */
const batchesBetween = 20

/**
 * Carries out, or takes back, what was begun, wherever the process before it stopped; and sweeps what has expired.
 * `isStopping` is asked between two batches: the rest waits for the next process.
 */
export const runImports = async (
  ports: RunPorts,
  workspaceId: string,
  isStopping: () => boolean = () => false,
): Promise<void> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  while (!isStopping() && (await ports.uow.keep(scope, ({ imports }) => imports.sweep(ports.clock()))))
    await breathe()
  for (const { id } of await ports.uow.read(scope, ({ imports }) => imports.unfinished()))
    await runImport(ports, workspaceId, id, isStopping, 'leave it')
}

/**
 * One import to its end, or to the end of this process. While another process carries it out, this one waits for its end,
 * and for its turn should that one die; or leaves it to it.
 */
export const runImport = async (
  ports: RunPorts,
  workspaceId: string,
  importId: string,
  isStopping: () => boolean = () => false,
  whenTaken: 'wait' | 'leave it' = 'wait',
): Promise<void> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const claim = claimOn(ports, scope, importId)
  try {
    await runClaimed(ports, { scope, importId, claim, whenTaken }, isStopping)
  } finally {
    await claim.letGo()
  }
}

type Running = {
  readonly scope: Scope
  readonly importId: string
  readonly claim: ImportClaim
  readonly whenTaken: 'wait' | 'leave it'
}

const runClaimed = async (
  ports: RunPorts,
  { scope, importId, claim, whenTaken }: Running,
  isStopping: () => boolean,
): Promise<void> => {
  const { workspaceId } = scope
  let asker: Asker | null = null
  let from = ''
  const breathes = breathing()
  for (let batch = 0; !isStopping(); batch++) {
    const them = await ports.uow.read(scope, ({ imports }) => imports.get(importId))
    if (them === null || (them.state !== 'running' && them.state !== 'undoing')) return
    if (!(await claim.isHeld())) {
      if (whenTaken === 'leave it') return
      await waitForOther()
      continue
    }
    if (asker === null || batch % batchesBetween === 0) {
      const found = await unlessSlackIsDown(() => importerOf(ports, workspaceId, them))
      // Slack cannot be asked: the next beat tries again.
      if (found === null) return
      if (found === 'gone') return stop(ports, scope, them)
      asker = found
    }
    const now: Asker = { ...asker, at: ports.clock() }
    if (them.state === 'undoing') {
      if (await undoSome(ports, now, them)) return
    } else {
      const done = await carryOut(ports, now, them, from)
      from = done.from
      if (done.over) {
        if (await isOver(ports, now, importId)) return
        claim.doubt()
      }
    }
    await breathes()
  }
}

/** The importer where they asked for it; gone when they are no teammate any more, or that place is not open to them. */
const importerOf = async (ports: RunPorts, workspaceId: string, them: Import): Promise<Asker | 'gone'> => {
  const asking = { workspaceId, userId: them.by, channelId: channelOf(them.home), at: ports.clock() }
  const asker = await whoAsks(ports, { ...asking, cause: null })
  return 'notATeammate' in asker || asker.place.home !== them.home ? 'gone' : asker
}

/** What is done stays, and can be taken back; the rest is nobody's any more. */
const stop = async ({ uow, clock }: RunPorts, scope: Scope, { id, state }: Import): Promise<void> => {
  if (state === 'undoing') return
  await uow.keep(scope, ({ imports }) => imports.change(id, { state: 'cancelled', changedAt: clock() }))
}

const isOver = async ({ uow }: RunPorts, asker: Asker, importId: string): Promise<boolean> => {
  const them = await uow.read(scopeOf(asker), ({ imports }) => imports.get(importId))
  return them?.state !== 'running' && them?.state !== 'undoing'
}
