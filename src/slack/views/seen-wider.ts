import { channelOf, type Home, teammateHome } from '../../domain/audience.js'
import type { ViewContext } from './context.js'
import { channel, say, type Words } from './copy.js'

/** Said before something is put right where fewer read than see it; null where nobody else will see it. */
export const seenWiderLine = ({ place, userId }: ViewContext, home: Home): Words | null => {
  const channelId = channelOf(home)
  const isAsWide = place.seenBy.kind === 'everyone' || place.home === home || home === teammateHome(userId)
  return channelId === null || isAsWide
    ? null
    : say`It was typed in ${channel(channelId)}: whoever may see that sees what you save here.`
}
