import type { Instant } from '../../domain/local-time.js'
import type { Clock, Scope, UnitOfWork } from '../ports.js'

const asideMs = 10 * 60_000
/** Noted where a post was to be: what it should say could not be put together. */
export const notComposed = 'not_composed'

/**
 * A post that fails by a fault of ours is left alone for a while, and stands in nobody's way. Whether it was sent before
 * is not forgotten over it.
 */
export const putAside = (
  {
    uow,
    realClock,
    sender,
  }: { readonly uow: UnitOfWork; readonly realClock: Clock; readonly sender: string },
  scope: Scope,
  postId: string,
  now: Instant,
): Promise<void> =>
  uow.keep(scope, async ({ posts, troubles }) => {
    const post = await posts.get(postId)
    if (post === null) return
    const { attempts } = post
    const notBefore = new Date(Date.parse(realClock()) + asideMs).toISOString()
    const state = attempts > 0 ? 'uncertain' : 'planned'
    // Whoever holds it by now goes on with it.
    const isOurs = await posts.again(postId, { state, notBefore, looks: 0, attempts }, sender)
    if (isOurs) await troubles.note(post.place, 'refused', notComposed, now)
  })
