import { changeHome } from '../../app/people/change-home.js'
import { longestPreference } from '../../app/people/prefer.js'
import { formOf, type PersonForm, putRight } from '../../app/people/put-right.js'
import { showPerson } from '../../app/people/show-person.js'
import { isWiderThanShown } from '../../app/tells-all.js'
import type { Home } from '../../domain/audience.js'
import { meanwhile, seenAgain } from '../../domain/meanwhile.js'
import { addressKey } from '../../domain/names.js'
import { isTooLongAName, longestName } from '../../domain/person.js'
import { fieldIds } from '../action-ids.js'
import { type Answer, modal } from '../answer.js'
import { readRhythm } from '../command/rhythm-details.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { takeUp } from '../conversation/drafts.js'
import { rememberSeen } from '../conversation/edit-person.js'
import { meanwhileKept } from '../views/meanwhile-view.js'
import { personFields, personFormAgain } from '../views/person-form.js'
import { correctedView, movedView } from '../views/saved-views.js'
import { type Filled, type OnForm, wrongAt } from './form.js'
import { type FormMetadata, metadataAgain } from './metadata.js'

/** The form of `edit`. */
export const submitPerson: OnForm = async (bot, turn, filled) => {
  const { personId, seenId } = filled.metadata
  const known = await showPerson(bot.uow, turn.asker, personId)
  if (!known.ok) return refused(turn, known.why)
  const name = filled.value(fieldIds.name)
  if (name === '') return wrongAt(fieldIds.name, 'A person has a name. What is it?')
  if (isTooLongAName(name)) return wrongAt(fieldIds.name, `Please keep it under ${longestName} letters.`)
  const rhythm = readRhythm(filled.value(fieldIds.rhythm))
  if (rhythm.kind === 'refusal')
    return wrongAt(fieldIds.rhythm, 'Say it like "3 weeks", "2 months" or "never".')
  const addresses = addressesIn(filled)
  const wrong = addresses.find(
    (address) =>
      // Nobody is found by the beginning of a link alone, and two people would seem to share it.
      addressKey(address) === '' ||
      !/^(?:[^\s@]+@[^\s@]+\.[^\s@]+|\S+\/\S+|\+?[\d\s().-]{5,})$/u.test(address),
  )
  if (wrong !== undefined)
    return wrongAt(
      fieldIds.addresses,
      'That does not look like an e-mail address, a link or a number. One on each line.',
    )
  const draft = seenId === undefined ? null : await takeUp(bot, turn, seenId)
  const seen = draft?.kind === 'form' ? draft.seen : null
  const prefers = filled.value(fieldIds.prefers) || null
  if (prefers !== seen?.prefers && [...(prefers ?? '')].length > longestPreference)
    return wrongAt(fieldIds.prefers, `Please keep it under ${longestPreference} letters.`)
  const slackUserId = filled.value(fieldIds.slackUser) || null
  if (slackUserId !== null && slackUserId !== seen?.slackUserId && !(await isInSlack(bot, slackUserId)))
    return wrongAt(fieldIds.slackUser, 'Slack does not show me anybody like that. Please pick somebody else.')
  const form: PersonForm = {
    name,
    addresses,
    prefers,
    slackUserId,
    rhythm: rhythm.rhythm,
  }
  const shownIn = (draft?.kind === 'form' ? draft.shownIn : undefined) ?? null
  const outcome = await putRight(bot, turn.asker, personId, seen, form, shownIn)
  if (!outcome.ok && outcome.why.reason === 'changed-meanwhile')
    return comeBack(bot, turn, filled.metadata, { seen, shownIn }, form)
  return answerWith(turn, outcome, ({ person, theirs }) =>
    correctedView(person, meanwhileKept(personFields(formOf(person)), theirs)),
  )
}

/** A customer in a shared channel counts; who is unknown to Slack has no name. */
const isInSlack = async ({ directory }: Bot, userId: string): Promise<boolean> =>
  (await directory.user(userId)).name !== ''

/** The same form, with what was typed and what somebody else changed meanwhile. */
const comeBack = async (
  bot: Bot,
  turn: Turn,
  metadata: FormMetadata,
  { seen, shownIn }: { readonly seen: PersonForm | null; readonly shownIn: Home | null },
  typed: PersonForm,
): Promise<Answer> => {
  const outcome = await showPerson(bot.uow, turn.asker, metadata.personId)
  if (!outcome.ok) return refused(turn, outcome.why)
  const { home } = outcome.value
  const now = formOf(outcome.value)
  const changed = { ...meanwhile(seen, typed, now), isWider: isWiderThanShown(turn.asker, shownIn, home) }
  const seenId = await rememberSeen(bot, turn, seenAgain(seen, now, changed), home)
  const again = metadataAgain(metadata, seenId)
  return modal(personFormAgain(outcome.value, typed, changed, again, viewContext(turn)))
}

/** As typed, each once. */
const addressesIn = (filled: Filled): string[] => {
  const typed = filled
    .value(fieldIds.addresses)
    .split(/[\n,;]+/u)
    .map((address) => address.trim())
    .filter((address) => address !== '')
  return [
    ...new Map(typed.toReversed().map((address) => [addressKey(address), address])).values(),
  ].toReversed()
}

/** The form behind "Move to a channel". */
export const submitHome: OnForm = async (bot, turn, { metadata, value }) => {
  const outcome = await changeHome(bot, turn.asker, metadata.personId, value(fieldIds.channel))
  if (!outcome.ok && outcome.why.reason === 'cannot-live-there')
    return wrongAt(
      fieldIds.channel,
      'Pick a channel that you and I are both in and that nobody outside reads.',
    )
  return answerWith(turn, outcome, (moved) => movedView(moved, viewContext(turn)))
}
