import { keepNote } from '../../app/notes/keep-note.js'
import type { PersonName } from '../../app/ports.js'
import type { Answer } from '../answer.js'
import type { HeardDetails, NoteDetails, SituationDetails } from '../command/text-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { keptView } from '../views/saved-views.js'

/** `note WHO TEXT`, `heard WHO TEXT` and `situation WHO TEXT`. */
export const runNote = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { kind, text }: NoteDetails | HeardDetails | SituationDetails,
): Promise<Answer> => {
  const outcome = await keepNote(bot, turn.asker, person.id, kind, text)
  return answerWith(turn, outcome, (kept) => keptView(kept, viewContext(turn)))
}
