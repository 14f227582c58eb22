import { type CommitmentKind, openOnes } from '../commitment.js'
import { workingDayUpTo } from '../working-time.js'
import { occasionOf } from './occasion.js'
import type { Detector } from './reason.js'

/** From the last working day on which it can still be done in time, until it is closed. Without a day: never. */
const dueSoon =
  (kind: CommitmentKind): Detector =>
  ({ commitments }, on, time) =>
    openOnes(commitments)
      .filter((each) => each.kind === kind)
      .flatMap(({ id, dueOn }) =>
        dueOn === null || workingDayUpTo(dueOn, time) > on ? [] : [{ kind, occasion: occasionOf(id, dueOn) }],
      )

/** We said that we would do something, and its day has come. */
export const promise: Detector = dueSoon('promise')

/** They said that they would do something, and its day has come. */
export const step: Detector = dueSoon('step')
