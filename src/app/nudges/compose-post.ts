import { type Audience, channelOf, type Home, teammateOf } from '../../domain/audience.js'
import type { Nudge, Nudging } from '../../domain/nudge.js'
import type { Question } from '../../domain/question.js'
import { type AskerPorts, audienceOfPlace } from '../asker.js'
import type { PlaceSettings } from '../ports.js'
import { type EntryModel, entryModel, type PostModel } from './post-model.js'
import { audienceOfTeammate } from './told-where.js'

export type ComposePorts = AskerPorts & {
  readonly questions: readonly Question[]
  /** Told of what failed by a fault of ours, and holds up nothing else. */
  readonly onFault?: (error: unknown) => void
}

/** What a post that brings people up says now, read as everybody in its place may read it. */
export const composePost = async (
  ports: ComposePorts,
  workspaceId: string,
  kind: Nudging['kind'],
  place: PlaceSettings,
  nudges: readonly Nudge[],
): Promise<PostModel> => {
  const reader = teammateOf(place.home)
  const audience =
    reader === null
      ? await audienceOfPlace(ports, workspaceId, place.home)
      : await audienceOfTeammate(ports, workspaceId, reader)
  const entries = await ports.uow.read({ workspaceId, audience }, async (stores) => {
    const entries: EntryModel[] = []
    for (const nudge of nudges) {
      const entry = await entryModel(stores, nudge, ports.questions, reader)
      if (entry !== null) entries.push(entry)
    }
    return entries
  })
  const zoneToTell = place.zoneUntold ? place.zone : null
  return { kind, entries: await asGuestsMayRead(ports, workspaceId, place.home, entries), zoneToTell }
}

/** A preference has no home of its own: a guest reads only one that was said in the same channel. */
const asGuestsMayRead = async (
  { directory, uow }: ComposePorts,
  workspaceId: string,
  home: Home,
  entries: readonly EntryModel[],
): Promise<readonly EntryModel[]> => {
  const channelId = channelOf(home)
  if (channelId === null || entries.every(({ prefers }) => prefers === null)) return entries
  if (!(await directory.hasGuests(channelId))) return entries
  const audience: Audience = { userId: null, homes: [home], authoredHomes: [] }
  return uow.read({ workspaceId, audience }, ({ people }) =>
    Promise.all(
      entries.map(async (entry) =>
        (await people.preferenceIsSaid(entry.personId)) ? entry : { ...entry, prefers: null },
      ),
    ),
  )
}
