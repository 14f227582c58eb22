import { teammateOf } from '../../domain/audience.js'
import type { Nudge, Nudging } from '../../domain/nudge.js'
import type { Question } from '../../domain/question.js'
import { type AskerPorts, audienceOfPlace } from '../asker.js'
import type { PlaceSettings } from '../ports.js'
import { type EntryModel, entryModel, type PostModel } from './post-model.js'
import { audienceOfTeammate } from './told-where.js'

export type ComposePorts = AskerPorts & { readonly questions: readonly Question[] }

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
  return ports.uow.read({ workspaceId, audience }, async (stores) => {
    const entries: EntryModel[] = []
    for (const nudge of nudges) {
      const entry = await entryModel(stores, nudge, ports.questions, reader)
      if (entry !== null) entries.push(entry)
    }
    return { kind, entries, zoneToTell: place.zoneUntold ? place.zone : null }
  })
}
