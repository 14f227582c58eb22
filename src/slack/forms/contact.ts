import { logContact } from '../../app/interactions/log-contact.js'
import { answerNudge } from '../../app/nudges/answer.js'
import type { Outcome } from '../../app/outcome.js'
import { handOver } from '../../app/people/hand-over.js'
import { type InteractionKind, interactionKinds } from '../../domain/interaction.js'
import { isLocalDate, type LocalDate } from '../../domain/local-time.js'
import { fieldIds } from '../action-ids.js'
import type { Answer } from '../answer.js'
import { answerWith } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { answeredView, handedView, loggedView } from '../views/saved-views.js'
import { whoIs } from '../views/who-is.js'
import { type Filled, type OnForm, wrongAt } from './form.js'

/** "I reached out" on a nudge: how, and what did they say? */
export const submitReachedOut: OnForm = async (bot, turn, filled) => {
  const contact = contactIn(filled, turn.asker.today)
  if ('complaint' in contact) return wrongAt(fieldIds.on, contact.complaint)
  const { personId, nudgeId = '' } = filled.metadata
  const outcome = await answerNudge(bot, turn.asker, nudgeId, personId, { kind: 'reached-out', ...contact })
  return answerWith(turn, outcome, (answered) => answeredView(answered, viewContext(turn)))
}

/** "Talked" on a card. */
export const submitTalked: OnForm = async (bot, turn, filled) => {
  const contact = contactIn(filled, turn.asker.today)
  if ('complaint' in contact) return wrongAt(fieldIds.on, contact.complaint)
  const { how: kind, on, text } = contact
  const outcome = await logContact(bot, turn.asker, { personId: filled.metadata.personId, kind, on, text })
  return answerWith(turn, outcome, (logged) => loggedView(logged, viewContext(turn)))
}

/** "Hand over" on a nudge. */
export const submitHandOver: OnForm = async (bot, turn, { metadata, value }) => {
  const to = value(fieldIds.teammate)
  const { personId, nudgeId } = metadata
  if (nudgeId === undefined) {
    const outcome = await handOver(bot, turn.asker, personId, to)
    const wrong = wrongReceiver(outcome)
    return wrong ?? answerWith(turn, outcome, (person) => handedView(person, to, viewContext(turn)))
  }
  const outcome = await answerNudge(bot, turn.asker, nudgeId, personId, { kind: 'handed-over', to })
  const wrong = wrongReceiver(outcome)
  return wrong ?? answerWith(turn, outcome, (answered) => answeredView(answered, viewContext(turn)))
}

/** Somebody who cannot look after a person, said at the field where they were picked. */
const wrongReceiver = <T>(outcome: Outcome<T>): Answer | null => {
  if (outcome.ok) return null
  const { why } = outcome
  if (why.reason === 'not-a-teammate')
    return wrongAt(
      fieldIds.teammate,
      `That is ${whoIs[why.standing]}. Only a full member of this workspace can look after somebody.`,
    )
  if (why.reason !== 'cannot-see-person') return null
  return wrongAt(
    fieldIds.teammate,
    'They are not in the place where this person is known. Pick somebody who is.',
  )
}

type Contact = { readonly how: InteractionKind; readonly on: LocalDate; readonly text: string }

const contactIn = ({ value }: Filled, today: LocalDate): Contact | { readonly complaint: string } => {
  const on = value(fieldIds.on) || today
  if (!isLocalDate(on)) return { complaint: 'Which day was it?' }
  if (on > today) return { complaint: 'That day is still to come.' }
  const how = interactionKinds.find((kind) => kind === value(fieldIds.how)) ?? 'messaged'
  return { how, on, text: value(fieldIds.text) }
}
