import type { Claimed, Delivery } from '../../app/ports/answering.js'
import { type Answer, isRepeat, reply } from '../answer.js'
import { pause } from '../connection/backoff.js'
import { doneAlreadyView } from '../views/draft-view.js'
import { claim, markAnswered } from './answer-claims.js'
import type { Edge } from './edge.js'

/** Somebody else answers it just now, or died over it: it is left unhandled, and comes again. */
export class AnsweredElsewhere extends Error {
  override readonly name = 'AnsweredElsewhere'
}

/** Looks at whether another process has come to the end of its answer: within what Slack waits for an acknowledgement. */
const looks = { gapMs: 200, count: 5 }
/** Whoever has done something claims its answer at once. */
const settlingMs = 1_000

/**
 * Answers an event, once however often it is delivered and to whatever process. While the database is away, each process
 * answers what it hears. Rejects with `AnsweredElsewhere`.
 */
export const answeredOnce = async (
  edge: Edge,
  eventId: string | null,
  answer: () => Promise<void>,
): Promise<void> => {
  if (eventId === null) return answer()
  const delivery: Delivery = { workspaceId: edge.me.workspaceId, id: eventId }
  const claimed = await claimedIn(edge, delivery)
  if (claimed === 'answered') return
  if (claimed === 'theirs') throw new AnsweredElsewhere('Another process is answering this')
  await answer()
  await markAnswered(edge, delivery)
}

const claimedIn = async (edge: Edge, delivery: Delivery): Promise<Claimed> => {
  for (let look = 1; ; look++) {
    const claimed = await claim(edge, delivery)
    if (claimed !== 'theirs' || look === looks.count) return claimed
    await pause(looks.gapMs)
  }
}

/** What to say of what was typed or pressed, and that another process, or one before, has carried out and may not have answered. */
export const saidAgain = async (answer: Answer): Promise<Answer> => {
  if (!isRepeat(answer)) return answer
  await pause(settlingMs)
  return reply(doneAlreadyView())
}
