import { channelOf } from '../../domain/audience.js'
import type { Import } from '../../domain/import.js'
import type { ActPorts } from '../acting.js'
import { type Asker, type AskerPorts, scopeOf, whoAsks } from '../asker.js'
import type { Clock, Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { breathe } from './breathe.js'
import { carryOut } from './carry-out.js'
import { undoSome } from './undo-some.js'

export type RunPorts = ActPorts & AskerPorts & { readonly clock: Clock }

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
    await runImport(ports, workspaceId, id, isStopping)
}

/** One import to its end, or to the end of this process. */
export const runImport = async (
  ports: RunPorts,
  workspaceId: string,
  importId: string,
  isStopping: () => boolean = () => false,
): Promise<void> => {
  let asker: Asker | null = null
  let from = ''
  for (let batch = 0; !isStopping(); batch++) {
    const scope: Scope = { workspaceId, audience: 'everything' }
    const them = await ports.uow.read(scope, ({ imports }) => imports.get(importId))
    if (them === null || (them.state !== 'running' && them.state !== 'undoing')) return
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
      if (done.over && (await isOver(ports, now, importId))) return
    }
    await breathe()
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
