import { whom } from '../../app/people/whom.js'
import type { PersonName } from '../../app/ports.js'
import { type TieDraft, tiePeople } from '../../app/ties/tie-people.js'
import type { TieKind } from '../../domain/tie.js'
import { type Answer, reply } from '../answer.js'
import type { TieDetails } from '../command/tie-details.js'
import { wholeReadings } from '../command/who.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { putAside } from '../conversation/drafts.js'
import { called } from '../views/copy.js'
import { nobodyView, pickView } from '../views/pick-view.js'
import { refusedTextView } from '../views/rejection-view.js'
import { tiedView } from '../views/saved-views.js'

/** `tie WHO RELATION WHO`. The first is known; the other is looked up, and picked where that is needed. */
export const runTie = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { relation, who }: TieDetails,
): Promise<Answer> => {
  const found = await whom(bot.uow, turn.asker, wholeReadings(who))
  const between = { personId: person.id, kind: relation }
  if (found.kind === 'unsaid') return reply(refusedTextView(nameAlone(person.name, relation), turn.typed))
  if (found.kind === 'one') return tieTo(bot, turn, { ...between, otherId: found.person.id })
  const { text, kind } = found.named
  const offered = found.kind === 'several' ? found.people : found.near
  // Nobody is tied to themselves, so that "frank" beside a Frank is the other one.
  const people = offered.filter(({ id }) => id !== person.id)
  const waiting = { kind: 'tie', personId: person.id, relation, who: text, typed: turn.typed } as const
  const draftId = await putAside(bot, turn, { ...waiting, people: people.map(({ id }) => id) })
  return reply(
    found.kind === 'several'
      ? pickView(`Which ${text} do you mean?`, people, draftId, 0)
      : nobodyView(text, people, [], draftId, kind === 'name', turn.typed),
  )
}

/** Both are known. */
export const tieTo = async (bot: Bot, turn: Turn, draft: TieDraft): Promise<Answer> => {
  const outcome = await tiePeople(bot, turn.asker, draft)
  return answerWith(turn, outcome, (tied) => tiedView(tied, viewContext(turn)))
}

const nameAlone = (name: string, relation: TieKind): string =>
  `Behind “${relation}” a name stands by itself: \`/person tie ${called(name)} ${relation} susan\`. More about them is a note.`
