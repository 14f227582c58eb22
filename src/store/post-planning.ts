import type { NudgeDraft } from '../app/ports/posts.js'
import { groupBy } from '../domain/group-by.js'
import type { Notice, Nudging, Post, Reason } from '../domain/nudge.js'
import { isApart } from '../domain/nudge-policy.js'
import type { Books } from './books.js'
import { json } from './codec.js'

export type PostDraft = Pick<Post, 'id' | 'place' | 'on' | 'plannedAt'> & Pick<Nudging, 'kind'>

/** Writes down a post with those of its nudges that raise something new; answers their ids. */
export const planPost = async (
  books: Books,
  post: PostDraft,
  drafts: readonly NudgeDraft[],
): Promise<readonly string[]> => {
  const fresh: NudgeDraft[] = []
  for (const draft of drafts) {
    const reasons = await raise(books, post, draft)
    if (reasons.length > 0) fresh.push({ ...draft, reasons })
  }
  if (fresh.length === 0) return []
  await addPost(books, post, null)
  for (const draft of fresh)
    await books
      .add('nudges', {
        id: draft.id,
        person_id: draft.personId,
        post_id: post.id,
        on_day: post.on,
        reasons: json(draft.reasons),
        times: draft.times,
        question_id: draft.questionId,
        planned_seq: draft.plannedSeq,
        answer: null,
        moot: 0,
      })
      .execute()
  return fresh.map((draft) => draft.id)
}

/** A post that nobody has begun to send. */
export const addPost = async (
  books: Books,
  post: Pick<Post, 'id' | 'place' | 'kind' | 'on' | 'plannedAt'>,
  notice: Notice | null,
): Promise<void> => {
  await books
    .add('posts', {
      id: post.id,
      place: post.place,
      kind: post.kind,
      about: notice === null ? null : json(notice),
      on_day: post.on,
      planned_at: post.plannedAt,
      state: 'planned',
      claimed_by: null,
      claimed_until: null,
      channel_id: null,
      message_ts: null,
      attempts: 0,
      looks: 0,
      not_before: null,
      first_attempt_at: null,
      failed_why: null,
      version: 0,
      shown_version: 0,
      names_forgotten: 0,
    })
    .execute()
}

/** Writes down what a nudge raises; answers those reasons that were not raised about the person there that day. */
const raise = async (books: Books, { place, on }: PostDraft, draft: NudgeDraft): Promise<Reason[]> => {
  const raised: Reason[] = []
  for (const [kind, reasons] of groupBy(draft.reasons, (reason) => reason.kind)) {
    for (const [nth, reason] of reasons.entries()) {
      const apart = isApart(reason) ? reason.occasion : `${nth}`
      const written = await books
        .add('nudge_reasons', {
          place,
          person_id: draft.personId,
          on_day: on,
          kind,
          apart,
          occasion: reason.occasion,
          nudge_id: draft.id,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (written.numInsertedOrUpdatedRows === 1n) raised.push(reason)
      // What has no day of its own is told once, whatever occasion a late contact gives it.
      else if (!isApart(reason)) break
    }
  }
  return draft.reasons.filter((reason) => raised.includes(reason))
}
