import { scopeOf } from '../../app/asker.js'
import { tryClaim } from '../../app/personas/try-claim.js'
import { tryOn } from '../../app/personas/try-on.js'
import { actionIds } from '../action-ids.js'
import { nothing, replace } from '../answer.js'
import { inPlace, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { tryOnView, whichToTryView } from '../views/try-on-view.js'
import { type OnPress, twoParts } from './press.js'

/** `PERSON`, or `PERSON:SKETCH`, where `-` is any of them. */
export const pressTryOn: OnPress = async (bot, turn, press) => {
  const [personId, sketch] = twoParts(press.value)
  const outcome = await tryOn(bot.uow, turn.asker, personId, sketch === '' || sketch === '-' ? null : sketch)
  if (!outcome.ok) return inPlace(refused(turn, outcome.why))
  return replace(
    'personas' in outcome.value ? whichToTryView(outcome.value) : tryOnView(outcome.value, viewContext(turn)),
  )
}

/** A note was picked: it is read when “Holds” or “Does not” is pressed. */
export const pressTryNote: OnPress = async () => nothing

/** `CLAIM:PERSON:WORDING`, with the note that was picked beside it. */
const saying =
  (holds: boolean): OnPress =>
  async (bot, turn, press) => {
    const [claimId, rest] = twoParts(press.value)
    const [personId, wording] = twoParts(rest)
    const noteId = press.held[actionIds.tryNote] || null
    const outcome = await tryClaim(bot, turn.asker, { claimId, personId, wording, holds, noteId })
    if (!outcome.ok && outcome.why.reason !== 'nothing-changed') return inPlace(refused(turn, outcome.why))
    const claim = await bot.uow.read(scopeOf(turn.asker), (stores) => stores.personaClaims.get(claimId))
    const shown = await tryOn(bot.uow, turn.asker, personId, claim?.personaId ?? null)
    if (!shown.ok) return inPlace(refused(turn, shown.why))
    const tried = outcome.ok ? outcome.value : null
    return replace(
      'personas' in shown.value
        ? whichToTryView(shown.value)
        : tryOnView(shown.value, viewContext(turn), tried),
    )
  }

export const pressClaimHolds = saying(true)
export const pressClaimDoesNot = saying(false)
