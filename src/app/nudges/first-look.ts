import type { Home } from '../../domain/audience.js'
import type { Instant } from '../../domain/local-time.js'
import type { AskerPorts } from '../asker.js'
import type { Directory, Scope } from '../ports.js'
import { unlessItFails } from '../unless-it-fails.js'
import { fallSilent } from './fall-silent.js'

/** Slack answers fifty such questions a minute, and teammates ask too. */
const atOnce = 20

/** How far the first look came, by the memory of one workspace in one process; null when all was looked at. */
const reached = new WeakMap<Directory, Home | null>()

/**
 * After a start: what became of the channels that the bot speaks in while nobody listened. Posts that others can read by now
 * are to be taken back, whenever the next digest is. A few at each pass, and each once. Whether that was the last of them.
 */
export const firstLook = async (
  ports: AskerPorts & { readonly onFault?: (error: unknown) => void },
  workspaceId: string,
  now: Instant,
): Promise<boolean> => {
  const after = reached.get(ports.directory)
  if (after === null) return true
  const scope: Scope = { workspaceId, audience: 'everything' }
  const homes = await ports.uow.read(scope, ({ places }) => places.spokenIn(after ?? null, atOnce))
  for (const home of homes) {
    const isLooked = await unlessItFails(
      async () => {
        await fallSilent(ports, workspaceId, home, now)
        return true
      },
      ({ isFault, error }) => {
        if (isFault) ports.onFault?.(error)
        return isFault
      },
    )
    // Slack says nothing just now: the next pass goes on here.
    if (!isLooked) return false
    reached.set(ports.directory, home)
  }
  const isLast = homes.length < atOnce
  if (isLast) reached.set(ports.directory, null)
  return isLast
}
