import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'

/** Files in Slack, which only the bot knows of until they are shown, and all that stands in them. */
type Files = { readonly channelId: string; readonly fileIds: readonly string[]; readonly text: string }

/**
 * Writes down that files tell of some people, and of whom they name beside, before anybody sees them, so that they are
 * taken away with whoever is forgotten. Refused when that has happened to one of them meanwhile.
 */
export const noteFiles = (
  uow: UnitOfWork,
  workspaceId: string,
  personIds: readonly string[],
  { channelId, fileIds, text }: Files,
): Promise<Outcome<void>> =>
  uow.keep({ workspaceId, audience: 'everything' }, async ({ people, told }) => {
    if ((await people.names(personIds)).length < new Set(personIds).size)
      return rejected({ reason: 'person-gone' })
    const named = await told.whom(text)
    const of = { words: [], personIds: [...new Set([...personIds, ...named.personIds])] }
    for (const ref of fileIds) await told.record({ kind: 'file', channelId, ref }, of)
    return ok(undefined)
  })
