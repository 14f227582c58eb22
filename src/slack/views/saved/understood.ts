import type { RoleAnsweredOutcome } from '../../../app/role-changes/answer-role-question.js'
import type { PastedHeard } from '../../../app/sources/hear-pasted.js'
import type { Reply } from '../../answer.js'
import type { ViewContext } from '../context.js'
import { joined, named, say, typed, type Words } from '../copy.js'
import { line } from '../page.js'
import { isAsWide } from '../seen-wider.js'
import { answeredWords } from './role-answered.js'
import { saved } from './saved.js'

/** After a message was read and somebody said whether it is so. */
export const understoodView = (
  heard: PastedHeard,
  answered: RoleAnsweredOutcome | null,
  ctx: ViewContext,
): Reply => {
  const { person, kept } = heard
  const said = answered === null ? notAnswered(heard) : answeredWords(answered)
  const reach =
    kept.length === 0
      ? []
      : [
          say`Kept for ${named(person.name)}: ${joined(
            kept.map((address) => typed(address)),
            ', ',
          )}.`,
          ...(isAsWide(ctx, person.home) ? [] : [say`All who know them see that.`]),
        ]
  return saved(ctx, person, [line(...said, ...reach)], {
    seenIn: answered?.question.home ?? heard.question?.home ?? person.home,
  })
}

const notAnswered = ({ person, verdict, question, kept }: PastedHeard): Words[] => {
  const who = named(person.name)
  if (question !== null) return [say`All right. Whoever is asked about ${who} next can say.`]
  if (verdict?.kind === 'contact-since' || verdict?.kind === 'older')
    return [say`Somebody was in touch with ${who} after that was written, so nothing changes.`]
  return verdict === null && kept.length > 0 ? [] : [say`Nothing changes for ${who}.`]
}
