import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'

/**
 * Writes down whose words a file holds, before anybody sees it, so that it is taken away with whoever is forgotten. Refused
 * when that has happened meanwhile.
 */
export const noteWordsFile = (
  uow: UnitOfWork,
  workspaceId: string,
  personIds: readonly string[],
  { channelId, fileIds }: { readonly channelId: string; readonly fileIds: readonly string[] },
): Promise<Outcome<void>> =>
  uow.keep({ workspaceId, audience: 'everything' }, async ({ people, told }) => {
    if ((await people.names(personIds)).length < personIds.length) return rejected({ reason: 'entry-gone' })
    for (const ref of fileIds) await told.record({ kind: 'file', channelId, ref }, { words: [], personIds })
    return ok(undefined)
  })
