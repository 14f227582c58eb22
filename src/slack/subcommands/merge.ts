import { doublesOf, likelyDoubles } from '../../app/merges/likely-doubles.js'
import { mergePeople } from '../../app/merges/merge-people.js'
import { sideBySide } from '../../app/merges/side-by-side.js'
import { whom } from '../../app/people/whom.js'
import type { PersonName } from '../../app/ports.js'
import { type Answer, reply } from '../answer.js'
import type { MergeDetails } from '../command/merge-details.js'
import { refusalText } from '../command/refusal-text.js'
import { wholeReadings } from '../command/who.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { type PendingMerge, type PendingMerging, putAside } from '../conversation/drafts.js'
import { doublesView, leftAsTwoView, sideBySideView } from '../views/merge-view.js'
import { nobodyView, pickView } from '../views/pick-view.js'
import { refusedTextView } from '../views/rejection-view.js'
import { mergedView } from '../views/saved-views.js'

/** `merge WHO and WHO`. The first is known; the other is looked up, and picked where that is needed. */
export const runMerge = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { who, stays }: MergeDetails,
): Promise<Answer> => {
  const found = who === null ? null : await whom(bot.uow, turn.asker, wholeReadings(who))
  if (found === null || found.kind === 'unsaid') return withWhom(bot, turn, person)
  const waiting = { kind: 'merge', personId: person.id, stays, typed: turn.typed } as const
  if (found.kind === 'one') return mergeWith(bot, turn, waiting, found.person.id)
  const { text } = found.named
  const offered = found.kind === 'several' ? found.people : found.near
  // Nobody is merged with themselves, so that "frank" beside a Frank is the other one.
  const people = offered.filter(({ id }) => id !== person.id)
  const draftId = await putAside(bot, turn, { ...waiting, who: text, people: people.map(({ id }) => id) })
  return reply(
    found.kind === 'several'
      ? pickView(`Which ${text} do you mean?`, people, draftId, 0)
      : nobodyView(text, people, [], draftId, false, turn.typed),
  )
}

/** Both are known. */
export const mergeWith = (
  bot: Bot,
  turn: Turn,
  { personId, stays }: Pick<PendingMerge, 'personId' | 'stays'>,
  otherId: string,
): Promise<Answer> =>
  stays === 'named-first'
    ? lookAtBoth(bot, turn, personId, otherId)
    : lookAtBoth(bot, turn, otherId, personId)

/** Shows both beside each other; nothing is done before a press. */
export const lookAtBoth = async (
  bot: Bot,
  turn: Turn,
  firstId: string,
  secondId: string,
): Promise<Answer> => {
  const outcome = await sideBySide(bot.uow, turn.asker, { firstId, secondId })
  if (!outcome.ok) return refused(turn, outcome.why)
  const draftId = await putAside(bot, turn, { kind: 'merging', firstId, secondId, typed: turn.typed })
  return reply(sideBySideView(outcome.value, draftId, viewContext(turn)))
}

/** What was pressed beneath the two. */
export const mergePicked = async (
  bot: Bot,
  turn: Turn,
  { firstId, secondId }: PendingMerging,
  choice: string,
): Promise<Answer> => {
  if (choice === 'swap') return lookAtBoth(bot, turn, secondId, firstId)
  if (choice !== 'merge' && choice !== 'tell') return reply(leftAsTwoView())
  const outcome = await mergePeople(bot, turn.asker, { firstId, secondId }, choice === 'tell')
  return answerWith(turn, outcome, (made) => mergedView(made, viewContext(turn)))
}

/** `merge` alone: who may be the same person, and why. */
export const runDoubles = async (bot: Bot, turn: Turn): Promise<Answer> =>
  reply(doublesView(await likelyDoubles(bot.uow, turn.asker), viewContext(turn)))

/** `merge WHO`: whom they may be, else the question who the other one is. */
const withWhom = async (bot: Bot, turn: Turn, { id, name }: PersonName): Promise<Answer> => {
  const doubles = await doublesOf(bot.uow, turn.asker, id)
  if (doubles.length > 0) return reply(doublesView(doubles, viewContext(turn)))
  const refusal = { kind: 'refusal', reason: 'no-second', text: '' } as const
  return reply(refusedTextView(refusalText(refusal, { verb: 'merge', who: name }), turn.typed))
}
