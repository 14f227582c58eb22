import type { OwedAnswer } from '../../app/ports/answering.js'
import { withTypedAgain } from './apology.js'
import { takenOver } from './debt.js'
import type { Edge } from './edge.js'
import { commandBody, pressBody } from './payloads.js'
import { answerPressAgain } from './presses.js'
import { answerCommandAgain } from './typed.js'

/** Over what was begun so often processes die. */
const mostTries = 3
/** What was meant then may not be meant any more. */
const longestMs = 25 * 60_000
/** So long Slack takes an answer at the address that came with what was typed or pressed. */
const addressLivesMs = 30 * 60_000

const gaveUp = 'I could not come to the end of that, and stopped. Please try again.'

/**
 * Does once more what a process left unanswered, and answers it. An act that the other one still carried out is known by its
 * delivery, and is not carried out again.
 */
export const answerOwed = async (edge: Edge, owed: OwedAnswer): Promise<void> => {
  const debt = takenOver(edge, owed)
  edge.log.warn('An answer is given that another process owed', { kind: owed.kind, nth: owed.tries })
  try {
    const ageMs = Date.parse(edge.realClock()) - Date.parse(owed.owedAt)
    const body: unknown = JSON.parse(owed.payload)
    if (owed.tries > mostTries || ageMs > longestMs) await giveUp(edge, owed.kind, body, ageMs)
    else if (owed.kind === 'command') await answerCommandAgain(edge, commandBody.parse(body), debt)
    else await answerPressAgain(edge, pressBody.parse(body), debt)
    await debt.settle()
  } catch (error) {
    // Whoever comes tries it once more, and gives it up in the end.
    debt.leave()
    throw error
  }
}

const giveUp = async (edge: Edge, kind: OwedAnswer['kind'], body: unknown, ageMs: number): Promise<void> => {
  const living = (responseUrl: string | null) => (ageMs < addressLivesMs ? responseUrl : null)
  if (kind === 'command') {
    const { user_id: userId, channel_id: channelId, response_url, command, text } = commandBody.parse(body)
    const whom = { userId, channelId, threadTs: null, responseUrl: living(response_url) }
    return edge.replies.tell(whom, withTypedAgain(gaveUp, `${command} ${text}`))
  }
  const { user, channel, response_url } = pressBody.parse(body)
  const place = { channelId: channel?.id ?? null, threadTs: null }
  const whom = { userId: user.id, ...place, responseUrl: living(response_url) }
  await edge.replies.tell(whom, withTypedAgain(gaveUp, ''))
}
