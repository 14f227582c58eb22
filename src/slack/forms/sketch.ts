import type { Rejection } from '../../app/outcome.js'
import { rewordClaim } from '../../app/personas/change-sketch.js'
import { addClaims } from '../../app/personas/write-sketch.js'
import { claimsIn, faultOf, longestClaim } from '../../domain/persona.js'
import { fieldIds } from '../action-ids.js'
import type { Answer } from '../answer.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { rewordedView, writtenView } from '../views/sketch-view.js'
import { type OnForm, wrongAt } from './form.js'

/** A claim that was added, or put into other words. */
export const submitClaim: OnForm = async (bot, turn, { metadata, value }) => {
  const { sketchId, claimId, wording } = metadata
  if (sketchId === undefined) return refused(turn, { reason: 'sketch-gone' })
  const claims = claimsIn(value(fieldIds.text))
  const [text] = claims
  if (text === undefined) return wrongAt(fieldIds.text, 'What do you believe of them?')
  for (const each of claims) {
    const fault = faultOf(each)
    if (fault === 'too-short')
      return wrongAt(
        fieldIds.text,
        'That is too little to be right or wrong about somebody. Say it as a short sentence.',
      )
    if (fault === 'too-long')
      return wrongAt(
        fieldIds.text,
        `That is longer than the ${longestClaim} letters that I can keep. Say it shorter.`,
      )
  }
  if (claimId === undefined) {
    const outcome = await addClaims(bot, turn.asker, sketchId, { claims, isTold: true })
    if (!outcome.ok) return complaint(outcome.why) ?? refused(turn, outcome.why)
    return answerWith(turn, outcome, (written) => writtenView(written, false, viewContext(turn)))
  }
  if (claims.length > 1)
    return wrongAt(fieldIds.text, 'That is more than one claim. Reword this one, and add the others.')
  const outcome = await rewordClaim(bot, turn.asker, { claimId, wording: wording ?? null, text })
  if (!outcome.ok) return complaint(outcome.why) ?? refused(turn, outcome.why)
  const isOpen = outcome.value.claim?.wording !== wording
  return answerWith(turn, outcome, (changed) => rewordedView(changed, isOpen))
}

/** What can be put right while the form is open. */
const complaint = (why: Rejection): Answer | null => {
  if (why.reason === 'claim-known') return wrongAt(fieldIds.text, 'The sketch claims that already.')
  if (why.reason === 'too-many-claims')
    return wrongAt(
      fieldIds.text,
      `${why.most} claims are the most that a sketch may have. Take one out first.`,
    )
  return why.reason === 'names-somebody'
    ? wrongAt(
        fieldIds.text,
        `A sketch names nobody, and that may be read as ${why.somebody}. Say it without the name.`,
      )
    : null
}
