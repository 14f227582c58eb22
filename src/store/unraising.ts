import type { Unsaid } from '../app/ports/posts.js'
import { isSameOccasion } from '../domain/nudge-policy.js'
import type { Books } from './books.js'
import { json, nudgeCodec } from './codec.js'

/** Nothing was said of these: what they raise may come up another day. */
export const unraise = async (books: Books, nudgeIds: readonly string[]): Promise<void> => {
  const { dialect } = books
  await books.removeReasons().where(dialect.oneOf('nudge_id', nudgeIds)).execute()
  await books.removeNudges().where(dialect.oneOf('id', nudgeIds)).execute()
}

/** Takes out what was not said; what somebody answered was told. */
export const leaveOut = async (books: Books, unsaid: readonly Unsaid[]): Promise<void> => {
  const query = books.nudges().selectAll('n').where('n.answer', 'is', null)
  const ids = unsaid.map(({ nudgeId }) => nudgeId)
  const found = (await query.where(books.dialect.oneOf('n.id', ids)).execute()).map(nudgeCodec.decode)
  const left = found.map((nudge) => {
    const { reasons, times } = unsaid.find(({ nudgeId }) => nudgeId === nudge.id) ?? { ...nudge, reasons: [] }
    return { nudge, reasons, times }
  })
  await unraise(
    books,
    left.filter(({ reasons }) => reasons.length === 0).map(({ nudge }) => nudge.id),
  )
  for (const { nudge, reasons, times } of left.filter((each) => each.reasons.length > 0)) {
    const gone = nudge.reasons.filter((raised) => !reasons.some((said) => isSameOccasion(said, raised)))
    for (const { kind, occasion } of gone) {
      const one = books.removeReasons().where('nudge_id', '=', nudge.id).where('kind', '=', kind)
      await one.where('occasion', '=', occasion).execute()
    }
    await books
      .changeNudges()
      .set({ reasons: json(reasons), times })
      .where('id', '=', nudge.id)
      .execute()
  }
}
