import { closeCommitment } from '../../app/commitments/close-commitment.js'
import { openCommitments } from '../../app/commitments/open-commitments.js'
import type { PersonName } from '../../app/ports.js'
import type { Closing } from '../../domain/commitment.js'
import { type Answer, reply } from '../answer.js'
import type { ClosingDetails } from '../command/promise-details.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { putAside } from '../conversation/drafts.js'
import { mostOffered, whichCommitmentView } from '../views/pick-open-view.js'
import { closedView } from '../views/saved-views.js'

/** `kept WHO [WORDS]` and `broke WHO [WORDS]`: the only one that fits is closed, several are offered. */
export const runClosing = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { kind, text }: ClosingDetails,
): Promise<Answer> => {
  const as = kind === 'kept' ? 'kept' : 'broken'
  const found = await openCommitments(bot.uow, turn.asker, person.id, text)
  if (!found.ok) return refused(turn, found.why)
  const { open, fitting } = found.value
  const [only, second] = open
  if (only !== undefined && second === undefined && fitting && !only.seenWider)
    return closePicked(bot, turn, only.commitment.id, as)
  const ids = open.slice(0, mostOffered).map(({ commitment }) => commitment.id)
  const draftId = await putAside(bot, turn, { kind: 'closing', as, ids, typed: turn.typed })
  return reply(whichCommitmentView(found.value, as, draftId, viewContext(turn)))
}

/** The one that was meant is known. */
export const closePicked = async (
  bot: Bot,
  turn: Turn,
  commitmentId: string,
  as: Closing['as'],
): Promise<Answer> => {
  const outcome = await closeCommitment(bot, turn.asker, commitmentId, as)
  return answerWith(turn, outcome, (closed) => closedView(closed, viewContext(turn)))
}
