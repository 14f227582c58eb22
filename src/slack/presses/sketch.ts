import { scopeOf } from '../../app/asker.js'
import { dropClaim, dropSketch, quietenSketch } from '../../app/personas/change-sketch.js'
import { reviewSketch, suggestionFor } from '../../app/personas/review.js'
import { claimShown, showSketch } from '../../app/personas/sketch.js'
import { modal } from '../answer.js'
import { answerWith, inPlace, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { formMetadata } from '../forms/metadata.js'
import { claimForm } from '../views/sketch-form.js'
import { reviewView } from '../views/sketch-review-view.js'
import { claimDroppedView, quietedView, sketchDroppedView, sketchView } from '../views/sketch-view.js'
import { type OnPress, twoParts } from './press.js'

export const pressSketch: OnPress = async (bot, turn, press) => {
  const outcome = await showSketch(bot.uow, turn.asker, press.value)
  return inPlace(answerWith(turn, outcome, (sketch) => sketchView(sketch, viewContext(turn))))
}

export const pressSketchReview: OnPress = async (bot, turn, press) =>
  inPlace(answerWith(turn, await reviewSketch(bot.uow, turn.asker, press.value), reviewView))

export const pressSketchClaim: OnPress = async (bot, turn, press) => {
  const outcome = await showSketch(bot.uow, turn.asker, press.value)
  if (!outcome.ok) return refused(turn, outcome.why)
  const { persona } = outcome.value
  const metadata = formMetadata(turn, { personId: '', sketchId: persona.id })
  return modal(claimForm(persona, { initial: '', isNew: true }, metadata, viewContext(turn)))
}

/** `CLAIM`, or `CLAIM:so` for what the review suggests. */
export const pressSketchReword: OnPress = async (bot, turn, press) => {
  const [claimId, so] = twoParts(press.value)
  if (so !== '' && so !== 'so') return refused(turn, { reason: 'claim-gone' })
  const found = await bot.uow.read(scopeOf(turn.asker), (stores) => claimShown(stores, claimId))
  if (found === null) return refused(turn, { reason: 'claim-gone' })
  const { claim, persona } = found
  const suggested = so === '' ? null : await suggestionFor(bot.uow, turn.asker, claimId)
  const about = { personId: '', sketchId: persona.id, claimId, wording: claim.wording }
  const initial = suggested ?? claim.text
  return modal(claimForm(persona, { initial, isNew: false }, formMetadata(turn, about), viewContext(turn)))
}

export const pressSketchDropClaim: OnPress = async (bot, turn, press) =>
  inPlace(answerWith(turn, await dropClaim(bot, turn.asker, press.value), claimDroppedView))

export const pressSketchDrop: OnPress = async (bot, turn, press) =>
  inPlace(answerWith(turn, await dropSketch(bot, turn.asker, press.value), sketchDroppedView))

/** `SKETCH:yes` or `SKETCH:no`. */
export const pressSketchQuiet: OnPress = async (bot, turn, press) => {
  const [id, quiet] = twoParts(press.value)
  if (quiet !== 'yes' && quiet !== 'no') return inPlace(refused(turn, { reason: 'sketch-gone' }))
  const outcome = await quietenSketch(bot, turn.asker, id, quiet === 'yes')
  return inPlace(answerWith(turn, outcome, quietedView))
}
