import { teammateOf } from '../../domain/audience.js'
import { localDateOf } from '../../domain/local-time.js'
import { changesTogether, settingsChanged } from '../../domain/settings.js'
import type { Asker } from '../asker.js'
import type { ActingStores, PlaceSettings } from '../ports.js'

/**
 * Tells those in a channel once what a teammate set there, or took back. What the same teammate did a moment before
 * and nobody has heard of yet goes with it: set and taken back at once, nothing is said. A DM needs no telling.
 */
export const announceSettings = async (
  { notices }: Pick<ActingStores, 'notices'>,
  { userId: by, at }: Pick<Asker, 'userId' | 'at'>,
  before: PlaceSettings,
  after: PlaceSettings,
): Promise<void> => {
  const { home, zone } = after
  if (teammateOf(home) !== null) return
  const unheard = await notices.recall(home, (notice) => notice.kind === 'settings' && notice.by === by)
  const earlier = unheard.flatMap((notice) => (notice.kind === 'settings' ? notice.said : []))
  const said = changesTogether([...earlier, ...settingsChanged(before, after)])
  if (said.length > 0) await notices.give(home, { kind: 'settings', by, said }, at, localDateOf(at, zone))
}
