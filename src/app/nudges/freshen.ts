import type { Notice } from '../../domain/nudge.js'
import { contradicted } from '../personas/contradicted.js'
import type { Messenger, UpdateOutcome, Whereabouts } from '../ports/messenger.js'
import type { SendingPost } from '../ports/posts.js'
import type { PlaceSettings, Scope } from '../ports.js'
import { unlessItFails } from '../unless-it-fails.js'
import { weekAnew } from '../week/week-now.js'
import { composeNotice, handOverUndone, type NoticeModel } from './compose-notice.js'
import { type ComposePorts, composePost } from './compose-post.js'
import { isMendable, isOutOfReach } from './mendable.js'
import type { PostModel } from './post-model.js'
import { maySpeakIn } from './speakable.js'

export type FreshenPorts<M> = ComposePorts & {
  readonly messenger: Messenger<M>
  readonly render: (model: PostModel | NoticeModel) => M
}

const atOnce = 20
const mostWaiting = 200

/**
 * Puts posts right whose entries were answered or are no longer wanted, and takes those away that have nothing left to
 * say. Doing it twice does no harm. `isOver` is asked before each: the rest waits for the next time.
 */
export const freshenPosts = async <M>(
  ports: FreshenPorts<M>,
  workspaceId: string,
  isOver: () => boolean = () => false,
): Promise<number> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const waiting = new Set<string>()
  const left: Parameters<typeof unlessItFails<boolean, boolean>>[1] = ({ isFault, error }) => {
    if (isFault) ports.onFault?.(error)
    return false
  }
  for (let done = 0; ; ) {
    // Somebody may have been in hundreds of posts. Those that wait stand in nobody's way.
    const stale = await ports.uow.keep(scope, ({ posts }) => posts.stale(atOnce + waiting.size))
    const next = stale.filter(({ id }) => !waiting.has(id))
    if (next.length === 0) return done
    for (const post of next) {
      if (isOver()) return done
      if (await unlessItFails(() => freshen(ports, scope, post), left)) done++
      else waiting.add(post.id)
    }
    // Slack wants fewer calls.
    if (waiting.size >= mostWaiting) return done
  }
}

const freshen = async <M>(ports: FreshenPorts<M>, scope: Scope, post: SendingPost): Promise<boolean> => {
  if (post.channelId === null || post.ts === null) return false
  const version = await ports.uow.keep(scope, ({ posts }) => posts.version(post.id))
  const model = await saidNow(ports, scope, post)
  if (model === 'unknown') return false
  if (model === 'holds') {
    await ports.uow.keep(scope, ({ posts }) => posts.freshened(post.id, version))
    return true
  }
  const where = { channelId: post.channelId, ts: post.ts }
  const result = model === 'nothing' ? await takeAway(ports, where) : await update(ports, post, where, model)
  if (isForNow(result)) return false
  if (result.kind === 'permanent' && isOutOfReach(result.code) && !mayStand(post, model)) {
    await ports.uow.keep(scope, async ({ posts, told }) => {
      await posts.withdraw(post.id)
      await told.toTakeAway({ kind: 'message', channelId: where.channelId, ref: where.ts })
    })
    return true
  }
  // Gone, or refused for good: there is nothing left to put right.
  await ports.uow.keep(scope, async ({ posts }) => {
    if (model === 'nothing') await posts.withdraw(post.id)
    else await posts.freshened(post.id, version)
  })
  return true
}

/** What cannot be put right any more, and may not stand as it is, is taken away. */
const update = async <M>(
  ports: FreshenPorts<M>,
  post: SendingPost,
  where: Whereabouts,
  model: PostModel | NoticeModel,
): Promise<UpdateOutcome> => {
  const result = await ports.messenger.update(where.channelId, where.ts, ports.render(model), post.id)
  const isDone = result.kind === 'ok' || isForNow(result)
  return isDone || mayStand(post, model) ? result : takeAway(ports, where)
}

/** A digest without an entry is one that nobody in its place may read any more. */
const mayStand = ({ namesForgotten }: SendingPost, model: PostModel | NoticeModel | 'nothing'): boolean =>
  !namesForgotten && model !== 'nothing' && !('entries' in model && model.entries.length === 0)

const takeAway = <M>(
  { messenger }: FreshenPorts<M>,
  { channelId, ts }: Whereabouts,
): Promise<UpdateOutcome> => messenger.remove({ kind: 'message', channelId, ref: ts })

const isForNow = (result: UpdateOutcome): boolean =>
  result.kind === 'temporary' || (result.kind === 'permanent' && isMendable(result.code))

type SaidNow = PostModel | NoticeModel | 'holds' | 'nothing' | 'unknown'

/** What a post says now; nothing, when whoever it was about is forgotten. `holds`: what it said. */
const saidNow = async <M>(ports: FreshenPorts<M>, scope: Scope, post: SendingPost): Promise<SaidNow> => {
  const { place, nudges } = await ports.uow.keep(scope, async ({ posts, places }) => ({
    place: await places.get(post.place),
    nudges: await posts.nudgesOf(post.id),
  }))
  if (place === null) return post.namesForgotten ? 'nothing' : 'unknown'
  if (post.notice !== null) return noticeNow(ports, scope, post, post.notice, place)
  if (nudges.length === 0) return 'nothing'
  // Where others read by now, what was said of people is taken back.
  const told = (await maySpeakIn(place.home, (id) => ports.directory.freshChannel(id))) ? nudges : []
  return composePost(ports, scope.workspaceId, post.kind, { ...place, zoneUntold: false }, told)
}

/** What happened to a place was so when it was told; a hand-over that was taken back is none. */
const noticeNow = async <M>(
  ports: FreshenPorts<M>,
  { workspaceId }: Scope,
  { namesForgotten, plannedAt }: SendingPost,
  notice: Notice,
  place: PlaceSettings,
): Promise<SaidNow> => {
  if (notice.kind === 'week')
    return (await weekAnew(ports, workspaceId, notice, place, plannedAt)) ?? 'nothing'
  // What a team believes of others is not for others to read.
  if (notice.kind === 'contradicted') {
    if (!(await maySpeakIn(place.home, (id) => ports.directory.freshChannel(id)))) return 'nothing'
    return namesForgotten ? ((await contradicted(ports, workspaceId, notice, place)) ?? 'nothing') : 'holds'
  }
  if (notice.kind !== 'hand-over') return 'holds'
  const undone = await handOverUndone(ports, workspaceId, notice)
  if (undone !== null) return namesForgotten && undone.name === null ? 'nothing' : undone
  if (!namesForgotten) return 'holds'
  // As seen on the day on which it was told.
  const anew = await composeNotice(ports, workspaceId, notice, place, plannedAt)
  return anew === null || anew === 'unseen' ? 'nothing' : anew
}
