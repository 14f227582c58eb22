import type { Instant } from '../../domain/local-time.js'
import type { Installations } from '../ports/installations.js'
import { eraseAfter } from './kept-for.js'

/** Slack's events that say so. */
export type TakenAway = 'app_uninstalled' | 'tokens_revoked'

/**
 * It was taken away at an instant of Slack's clock: silent at once, in every process, and what is kept goes 30 days later.
 * False when it is silent already, or was installed anew since: Slack may tell of it late.
 */
export const noteTakenAway = (
  installations: Pick<Installations, 'fallSilent'>,
  id: string,
  { at, why }: { readonly at: Instant; readonly why: TakenAway },
): Promise<boolean> => installations.fallSilent(id, { at, why, eraseAt: eraseAfter(at) })
