import type { Import } from '../../domain/import.js'
import type { ActPorts } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import type { BeginPorts } from './begin-import.js'
import { breathe } from './breathe.js'
import { type ImportNow, nowOf } from './import-now.js'
import { undoSome } from './undo-some.js'

/** Batches for which whoever asked is kept waiting; the rest is taken back in the background. */
const batchesAtOnce = 8

/** Takes an import back, running or done: as much as there is time for, and then in the background. */
export const takeBackImport = async (
  ports: ActPorts & Pick<BeginPorts, 'importsWait'>,
  asker: Asker,
  them: Import,
): Promise<ImportNow | null> => {
  const scope = scopeOf(asker)
  await ports.uow.keep(scope, async ({ imports }) => {
    const now = await imports.get(them.id)
    if (now !== null && now.state !== 'undone')
      await imports.change(them.id, { state: 'undoing', changedAt: asker.at })
  })
  let isOver = false
  for (let batch = 0; batch < batchesAtOnce && !isOver; batch++) {
    isOver = await undoSome(ports, asker, them)
    await breathe()
  }
  if (!isOver) ports.importsWait()
  return ports.uow.read(scope, (stores) => nowOf(stores, them.id))
}
