import { channelOf, type Home, teammateHome } from '../../domain/audience.js'
import type { Person } from '../../domain/person.js'
import type { ViewContext } from './context.js'
import { channel, named, say, type Words } from './copy.js'

/** Said before something is put right where fewer read than see it; null where nobody else will see it. */
export const seenWiderLine = (ctx: ViewContext, home: Home): Words | null => {
  const channelId = channelOf(home)
  return channelId === null || isAsWide(ctx, home)
    ? null
    : say`It was typed in ${channel(channelId)}: whoever may see that sees what you save here.`
}

/**
 * The same for what has no home of its own: name, addresses, preference. A command typed in passing is refused there
 * (see `prefer`); whoever opens the form is told, and decides.
 */
export const knownWiderLine = (ctx: ViewContext, { name, home }: Person): Words | null =>
  isAsWide(ctx, home) ? null : say`Everybody who knows ${named(name)} sees what you save here.`

/** Whether nobody sees it but those who read here; null is a home that is not known yet. */
export const isAsWide = ({ place, userId }: ViewContext, home: Home | null): boolean =>
  place.seenBy.kind === 'everyone' || place.home === home || home === teammateHome(userId)
