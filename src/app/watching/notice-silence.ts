import { channelOf, type Home } from '../../domain/audience.js'
import type { Instant } from '../../domain/local-time.js'
import type { AskerPorts } from '../asker.js'
import { placeOf } from '../asker.js'
import type { ChannelFacts, PlaceSettings, Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'

/** What nobody need be told again: others read there, of which the owners have heard. */
const knownAnyway = 'shared'
const unreachable = 'unreachable'

/**
 * Notes down in which places the bot may not speak, where it should; and which of them it speaks in again. A place that
 * it was never in is no trouble: whoever introduced somebody there was told so at once.
 */
export const noticeSilence = async (
  { uow, directory }: AskerPorts,
  workspaceId: string,
  now: Instant,
  leftOut: readonly Home[],
): Promise<void> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const { places, standing } = await uow.keep(scope, async (stores) => ({
    places: await stores.places.all(),
    standing: await stores.troubles.standing(),
  }))
  const silent = new Set(standing.flatMap(({ kind, place }) => (kind === 'silent' ? [place] : [])))
  const suspects = places.filter(
    ({ home, postable }) => !postable || silent.has(home) || leftOut.includes(home),
  )
  for (const { home } of suspects) {
    const why = await whySilent(directory, home)
    if (why === null) {
      if (silent.has(home)) await uow.keep(scope, ({ troubles }) => troubles.mended(home, 'silent'))
    } else if (why !== knownAnyway && (await isMissed({ uow }, scope, home, why)))
      await uow.keep(scope, ({ troubles }) => troubles.note(home, 'silent', why, now))
  }
  const gone = standing.filter(({ place }) => !places.some(isAt(place)))
  for (const { place, kind } of gone) await uow.keep(scope, ({ troubles }) => troubles.mended(place, kind))
}

const isAt =
  (place: Home) =>
  ({ home }: PlaceSettings): boolean =>
    home === place

const whySilent = async (directory: AskerPorts['directory'], home: Home): Promise<string | null> => {
  const channelId = channelOf(home)
  if (channelId === null) return null
  const facts = await unlessSlackIsDown(() => directory.channel(channelId))
  return facts === null ? unreachable : silenceIn(facts)
}

const silenceIn = (facts: ChannelFacts): string | null => {
  if (facts.shared) return knownAnyway
  if (facts.archived) return 'is_archived'
  if (placeOf(facts, '').seenBy.kind === 'you') return 'channel_not_found'
  return facts.botIsIn ? null : 'not_in_channel'
}

/** Somebody lives there who would come up, and the bot could speak there once. */
const isMissed = ({ uow }: Pick<AskerPorts, 'uow'>, scope: Scope, home: Home, why: string) =>
  uow.keep(scope, async ({ people, troubles }) => {
    if (!(await people.anybodyIn(home))) return false
    return why === 'is_archived' || why === unreachable || (await troubles.everPosted(home))
  })
