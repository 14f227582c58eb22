import type { LocalDate } from './local-time.js'
import { companyKey, type Role } from './role.js'

/** Two people whose roles are, or were, at one company. */
export type Together = {
  readonly theirs: Role
  readonly others: Role
  /** Their years there overlap beyond doubt; otherwise nobody wrote down enough to know. */
  readonly sure: boolean
  /** Until when they were both there; null while they are, and where it is not known. */
  readonly untilOn: LocalDate | null
}

/** Where two people worked side by side, the latest first; null where they cannot have met there. */
export const workedTogether = (
  theirs: readonly Role[],
  others: readonly Role[],
  today: LocalDate,
): Together | null => {
  const pairs = theirs.flatMap((role) =>
    others
      .filter((other) => isAPlace(role.company) && companyKey(other.company) === companyKey(role.company))
      .filter((other) => !areApart(role, other))
      .map(
        (other): Together => ({
          theirs: role,
          others: other,
          sure: overlaps(role, other, today),
          untilOn: earlier(role.untilOn, other.untilOn),
        }),
      ),
  )
  const [best = null] = pairs.sort(
    (a, b) => Number(b.sure) - Number(a.sure) || compareEnds(b.untilOn, a.untilOn),
  )
  return best
}

/** What is written where there is no company, and so nobody to have met there. */
const nowhere =
  /^(?:|(?:self|un)[ -]?employed|freelancer?|independent(?: .*)?|consultant|consulting|retired|none|n\/?a|unknown|various|confidential|stealth(?: .*)?|own (?:company|business)|student|home|private|-+|\?+)$/u

/** Whether people can have met there. */
export const isAPlace = (company: string): boolean => !nowhere.test(companyKey(company))

const areApart = (a: Role, b: Role): boolean =>
  isBefore(a.untilOn, b.sinceOn) || isBefore(b.untilOn, a.sinceOn)
const isBefore = (untilOn: LocalDate | null, sinceOn: LocalDate | null): boolean =>
  untilOn !== null && sinceOn !== null && untilOn < sinceOn

/** From the first day to the last on which the role was surely held: what was written down as held, was so that day. */
const surely = ({ sinceOn, untilOn, at }: Role, today: LocalDate): readonly [LocalDate, LocalDate] => {
  const end = untilOn ?? today
  const writtenOn = at.slice(0, 10)
  return [sinceOn ?? (writtenOn < end ? writtenOn : end), end]
}
const overlaps = (a: Role, b: Role, today: LocalDate): boolean => {
  const [[aFrom, aTo], [bFrom, bTo]] = [surely(a, today), surely(b, today)]
  return aFrom <= bTo && bFrom <= aTo
}

const earlier = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b
/** Still going on comes after every day. */
const compareEnds = (a: LocalDate | null, b: LocalDate | null): number => {
  if (a === b) return 0
  return a === null ? 1 : b === null ? -1 : a < b ? -1 : 1
}
