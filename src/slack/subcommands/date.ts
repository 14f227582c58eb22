import { keepDate } from '../../app/dates/keep-date.js'
import type { PersonName } from '../../app/ports.js'
import type { Answer } from '../answer.js'
import type { DateDetails } from '../command/date-details.js'
import type { TriggerDetails } from '../command/trigger-details.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { dateKeptView } from '../views/saved-views.js'

/** `date WHO DAY: TEXT`. */
export const runDate = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { monthDay, year, yearly, text }: DateDetails,
): Promise<Answer> => {
  const draft = { personId: person.id, kind: 'date', monthDay, year, yearly, text } as const
  return answerWith(turn, await keepDate(bot, turn.asker, draft), (kept) =>
    dateKeptView(kept, viewContext(turn)),
  )
}

/** `trigger WHO DAY: TEXT`. */
export const runTrigger = async (
  bot: Bot,
  turn: Turn,
  person: PersonName,
  { on, text }: TriggerDetails,
): Promise<Answer> => {
  const [year, monthDay] = [Number(on.slice(0, 4)), on.slice(5)]
  const draft = { personId: person.id, kind: 'trigger', monthDay, year, yearly: false, text } as const
  return answerWith(turn, await keepDate(bot, turn.asker, draft), (kept) =>
    dateKeptView(kept, viewContext(turn)),
  )
}
