import { fold } from './names.js'

/** Something that one teammate wrote about somebody. */
export type Jotting = {
  /** The note's or contact's. */
  readonly id: string
  readonly personId: string
  readonly text: string
  /** The act it came from; the first one, where several were done in one go. */
  readonly actId: string
  /** A message that was reacted to: it was written once, whoever it is about. */
  readonly fromMessage: boolean
}

/** With so many people nobody means the same words. */
const tooMany = 3

/**
 * Those about whom the same was written separately, in the order of `jottings` (a teammate's day, oldest first), at
 * the moment when the one with `writtenId` makes them three; empty before and after. What was written about several
 * people in one go is meant for all of them.
 */
export const sameWords = (jottings: readonly Jotting[], writtenId: string): readonly string[] => {
  const written = jottings.find(({ id }) => id === writtenId)
  if (written === undefined) return []
  const isSame = hasWordsOf(written.text)
  const same = jottings.filter(({ text, fromMessage }) => !fromMessage && isSame(text))
  const alone = same.filter(({ actId, personId }) =>
    same.every((other) => other.actId !== actId || other.personId === personId),
  )
  const others = alone.filter(({ id }) => id !== writtenId)
  const before = new Set(others.map(({ personId }) => personId))
  const isTheLastStraw =
    alone.includes(written) && before.size === tooMany - 1 && !before.has(written.personId)
  return isTheLastStraw ? [...before, written.personId] : []
}

/** Whether another text has the same words, letter case and spaces apart; without any it has none of the same. */
export const hasWordsOf = (text: string): ((other: string) => boolean) => {
  const words = fold(text)
  return (other) => words !== '' && fold(other) === words
}
