import type { LiveSource } from '../../domain/live-source.js'
import { type Asker, scopeOf } from '../asker.js'
import type { UnitOfWork } from '../ports.js'

/**
 * Switches sources on and off, for admins of the workspace alone; answers which of them turned. What waits of one that is
 * switched off is dropped. Not journalled: it says nothing of anybody, and the same form turns it back.
 */
export const switchSources = async (
  { uow }: { readonly uow: UnitOfWork },
  asker: Asker,
  wished: ReadonlyMap<LiveSource, 'on' | 'off'>,
): Promise<readonly LiveSource[]> => {
  if (!asker.admin || wished.size === 0) return []
  return uow.keep(scopeOf(asker), async ({ sources }) => {
    const turned: LiveSource[] = []
    for (const { source, isOff } of await sources.all()) {
      const wish = wished.get(source) ?? (isOff ? 'off' : 'on')
      if ((wish === 'off') === isOff) continue
      await sources.turn(source, !isOff)
      turned.push(source)
    }
    return turned
  })
}
