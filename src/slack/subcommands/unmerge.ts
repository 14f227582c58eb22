import { cameSinceMerge, entriesSince } from '../../app/merges/came-since.js'
import { unmergePeople } from '../../app/merges/unmerge-people.js'
import { whoIsIn } from '../../app/merges/who-is-in.js'
import type { CameSince, PersonName } from '../../app/ports.js'
import { type Answer, modal, reply } from '../answer.js'
import type { UnmergeDetails } from '../command/merge-details.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { type PendingApart, putAside } from '../conversation/drafts.js'
import { type FormMetadata, formMetadata, metadataAgain } from '../forms/metadata.js'
import { cameSinceForm, onOnePage } from '../views/came-since-form.js'
import { takenApartView } from '../views/saved-views.js'
import { leftAsOneView, takeApartView, whichMergeView } from '../views/unmerge-view.js'

/** `unmerge WHO`: asks whose is what came since. */
export const runUnmerge = async (
  bot: Bot,
  turn: Turn,
  { id }: PersonName,
  { name }: UnmergeDetails,
): Promise<Answer> => {
  const outcome = await whoIsIn(bot.uow, turn.asker, id, name)
  if (!outcome.ok) return refused(turn, outcome.why)
  const [only, second] = outcome.value.merges
  if (only !== undefined && second === undefined) return askApart(bot, turn, only.id)
  const ids = outcome.value.merges.map((merge) => merge.id)
  const draftId = await putAside(bot, turn, { kind: 'apart-which', ids, typed: turn.typed })
  return reply(whichMergeView(outcome.value, draftId, viewContext(turn)))
}

/** Shows who would be given back, and how much came since. */
export const askApart = async (bot: Bot, turn: Turn, mergeId: string): Promise<Answer> => {
  const outcome = await cameSinceMerge(bot.uow, turn.asker, mergeId)
  if (!outcome.ok) return refused(turn, outcome.why)
  const since = [...outcome.value.since]
  const draftId = await putAside(bot, turn, {
    kind: 'apart',
    mergeId,
    since,
    toSecond: [],
    typed: turn.typed,
  })
  return reply(takeApartView(outcome.value, draftId, viewContext(turn)))
}

/** What was pressed beneath that question. */
export const apartPicked = async (
  bot: Bot,
  turn: Turn,
  draftId: string,
  draft: PendingApart,
  choice: string,
): Promise<Answer> => {
  if (choice === 'each') {
    const metadata = formMetadata(turn, { personId: '', seenId: draftId, offset: 0 })
    return askWhose(bot, turn, draft, metadata, 0)
  }
  if (choice !== 'first' && choice !== 'second') return reply(leftAsOneView())
  return takeApart(bot, turn, draft.mergeId, choice === 'second' ? draft.since : [])
}

export const takeApart = async (
  bot: Bot,
  turn: Turn,
  mergeId: string,
  toSecond: readonly CameSince[],
): Promise<Answer> => {
  const outcome = await unmergePeople(bot, turn.asker, mergeId, toSecond)
  return answerWith(turn, outcome, (apart) => takenApartView(apart, viewContext(turn)))
}

/** A page of the form: whose is each of these? */
const askWhose = async (
  bot: Bot,
  turn: Turn,
  { mergeId, since, toSecond }: PendingApart,
  metadata: string,
  offset: number,
): Promise<Answer> => {
  const outcome = await cameSinceMerge(bot.uow, turn.asker, mergeId)
  if (!outcome.ok) return refused(turn, outcome.why)
  const shown = since.slice(offset, offset + onOnePage)
  const asked = { apart: outcome.value, since, toSecond, offset }
  const entries = await entriesSince(bot.uow, turn.asker, shown)
  return modal(cameSinceForm(asked, entries, metadata, viewContext(turn)))
}

/** The next page, which remembers what was said on those before. */
export const askOn = async (
  bot: Bot,
  turn: Turn,
  draft: PendingApart,
  before: FormMetadata,
  offset: number,
): Promise<Answer> => {
  const seenId = await putAside(bot, turn, draft)
  return askWhose(bot, turn, draft, metadataAgain({ ...before, offset }, seenId), offset)
}
