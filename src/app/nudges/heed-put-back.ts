import type { Home } from '../../domain/audience.js'
import { type Instant, instantAt, localDateOf } from '../../domain/local-time.js'
import { isDigestTime } from '../../domain/working-time.js'
import type { Messenger } from '../ports/messenger.js'
import type { PlaceSettings, Scope, UnitOfWork } from '../ports.js'

/** Clocks differ: Slack's stamps a post, this machine's the copy. */
const earlierMs = 10 * 60_000

/**
 * After a backup was put back: a digest may stand in Slack of which the database does not know any more. Where something
 * of ours was posted since the copy was made, and since the digest's hour of today, the digest of today was that: it is
 * fixed, and nobody reads two. Answers the places where Slack could not be asked, for which nothing is to be planned yet.
 */
export const heedPutBack = async <M>(
  ports: { readonly uow: UnitOfWork; readonly messenger: Messenger<M> },
  workspaceId: string,
  now: Instant,
): Promise<ReadonlySet<Home>> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const { copiedAt, open } = await ports.uow.keep(scope, async ({ posts, places, copies }) => {
    const at = await copies.putBackFrom(now)
    if (at === null) return { copiedAt: null, open: [] }
    const toCome: PlaceSettings[] = []
    for (const place of await places.all())
      if (isDigestTime(now, place) && !(await posts.digestFixed(place.home, localDateOf(now, place.zone))))
        toCome.push(place)
    return { copiedAt: at, open: toCome }
  })
  const unknown = new Set<Home>()
  if (copiedAt === null) return unknown
  const copied = new Date(Date.parse(copiedAt) - earlierMs).toISOString()
  for (const place of open) {
    const on = localDateOf(now, place.zone)
    const hour = instantAt(on, place.digestHour * 60, place.zone)
    const ids = await ports.messenger.postedSince(place.home, hour > copied ? hour : copied)
    if (ids === 'unknown') unknown.add(place.home)
    else
      await ports.uow.keep(scope, async ({ posts }) => {
        for (const id of ids) if ((await posts.get(id)) === null) return posts.fixDigest(place.home, on, now)
        return false
      })
  }
  return unknown
}
