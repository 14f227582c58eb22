import type { Installations } from '../ports/installations.js'
import type { Clock } from '../ports.js'
import { eraseAfter } from './kept-for.js'

/** Slack's codes for an app that is not there any more: the event that told of it was lost. */
const notInstalled: ReadonlySet<string> = new Set(['account_inactive', 'token_revoked'])

/**
 * Slack refuses the tokens of a generation: nothing can be said there until somebody adds the app again. What is kept goes
 * 30 days later only when the app was taken away; a refresh that went wrong erases nothing. False when they are not the
 * newest tokens any more.
 */
export const noteBadToken = (
  { installations, now }: { readonly installations: Pick<Installations, 'markBroken'>; readonly now: Clock },
  id: string,
  { generation, code }: { readonly generation: number; readonly code: string },
): Promise<boolean> => {
  const at = now()
  const eraseAt = notInstalled.has(code) ? eraseAfter(at) : null
  return installations.markBroken(id, generation, code, at, eraseAt)
}
