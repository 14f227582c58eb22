import type { Instant } from '../../domain/local-time.js'
import type { Installations, ToErase } from '../ports/installations.js'
import type { Clock } from '../ports.js'
import { eraseRegardlessAfter } from './kept-for.js'

/** Whether Slack still takes the tokens of an installation; `unsure` when it cannot be asked now. */
export type StillThere = (installationId: string) => Promise<'there' | 'gone' | 'unsure'>

/** How many workspaces a beat looks at; none has to go by the minute. */
const atOnce = 20

/** `isMore`: one is half erased, and gone on with next time. */
export type ErasedNow = {
  readonly erased: readonly string[]
  readonly back: readonly string[]
  readonly isMore: boolean
}

/**
 * Everything goes of the workspaces whose time is over. Slack is asked first whether the app was really taken away: an
 * event may have told of an earlier install, and what is erased nobody brings back. Who is there after all is active.
 */
export const eraseForgottenWorkspaces = async ({
  installations,
  now,
  stillThere,
}: {
  readonly installations: Pick<Installations, 'toErase' | 'erase' | 'get' | 'markWell'>
  readonly now: Clock
  readonly stillThere: StillThere
}): Promise<ErasedNow> => {
  const [erased, back]: [string[], string[]] = [[], []]
  const answers = new Map<string, boolean>()
  const mayGo = async ({ by }: ToErase): Promise<boolean> => {
    if (by === null) return true
    const known = answers.get(by)
    if (known !== undefined) return known
    const installation = await installations.get(by)
    const answer = await stillThere(by)
    if (answer === 'there' && (await installations.markWell(by, now()))) back.push(by)
    const goes =
      answer === 'gone' || (answer === 'unsure' && isLongOver(installation?.eraseAt ?? null, now()))
    answers.set(by, goes)
    return goes
  }
  for (const each of await installations.toErase(now(), atOnce)) {
    if (!(await mayGo(each))) continue
    const erasing = await installations.erase(each.id, now())
    if (erasing === 'done') erased.push(each.id)
    // A big one is enough for a beat: what waits has waited for a month.
    if (erasing === 'rest') return { erased, back, isMore: true }
  }
  return { erased, back, isMore: false }
}

const isLongOver = (eraseAt: Instant | null, now: Instant): boolean =>
  eraseAt !== null && eraseRegardlessAfter(eraseAt) <= now
