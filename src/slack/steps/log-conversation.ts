import { logContact } from '../../app/interactions/log-contact.js'
import { type InteractionKind, interactionKinds } from '../../domain/interaction.js'
import { isLocalDate, type LocalDate } from '../../domain/local-time.js'
import { fold } from '../../domain/names.js'
import { type StepEnd, stepFailed } from '../answer.js'
import { plainText } from '../command/words.js'
import { viewContext } from '../conversation/bot.js'
import { loggedView } from '../views/saved-views.js'
import { stepWords } from '../views/step-words.js'
import { markedIn, type StepInputs } from './inputs.js'
import type { RunStep } from './step.js'
import { personIn, tellOf } from './step-person.js'

/** "Log a conversation": one of whoever ran the workflow, kept in a public channel. */
export const logConversation: RunStep = async (bot, turn, inputs) => {
  const said = contactIn(inputs, turn.asker.today)
  if ('kind' in said) return said
  const found = await personIn(bot, turn, markedIn(inputs, 'who'))
  if ('end' in found) return found.end
  const personId = found.person.id
  const { how: kind, on, text } = said
  const logged = await logContact(bot, turn.asker, { personId, kind, on, text })
  if (logged.ok) return tellOf(bot, turn, personId, loggedView(logged.value, viewContext(turn)))
  const { reason } = logged.why
  // Before a process died, or Slack's answer was lost: it is said once more what came of it.
  if (reason === 'repeated') return tellOf(bot, turn, personId)
  return stepFailed(reason === 'text-too-long' ? stepWords.tooLong : stepWords.gone)
}

type Said = { readonly how: InteractionKind; readonly on: LocalDate; readonly text: string }

const contactIn = (inputs: StepInputs, today: LocalDate): Said | StepEnd => {
  const [how, day, what] = [markedIn(inputs, 'how'), markedIn(inputs, 'day'), markedIn(inputs, 'what')]
  if (what === null) return stepFailed(stepWords.notText('What was said'))
  const kind = how === null ? undefined : kindOf(how)
  if (kind === undefined) return stepFailed(stepWords.how(plainText(how ?? '')))
  const on = day === '' ? today : (day ?? '')
  if (!isLocalDate(on)) return stepFailed(stepWords.noDay(plainText(on)))
  if (on > today) return stepFailed(stepWords.toCome)
  return { how: kind, on, text: plainText(what) }
}

/** As a form may offer it, too: "Call", "E-mail". */
const alsoCalled: Readonly<Record<string, InteractionKind>> = {
  '': 'met',
  meeting: 'met',
  call: 'called',
  phone: 'called',
  email: 'emailed',
  'e-mail': 'emailed',
  message: 'messaged',
  chat: 'messaged',
}

const kindOf = (how: string): InteractionKind | undefined => {
  const word = fold(how)
  return (
    interactionKinds.find((kind) => kind === word) ??
    (Object.hasOwn(alsoCalled, word) ? alsoCalled[word] : undefined)
  )
}
