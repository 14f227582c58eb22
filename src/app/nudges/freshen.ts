import type { Nudge } from '../../domain/nudge.js'
import type { Messenger } from '../ports/messenger.js'
import type { SendingPost } from '../ports/posts.js'
import type { PlaceSettings, Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { handOverUndone, type NoticeModel } from './compose-notice.js'
import { type ComposePorts, composePost } from './compose-post.js'
import type { PostModel } from './post-model.js'
import { maySpeakIn } from './speakable.js'

export type FreshenPorts<M> = ComposePorts & {
  readonly messenger: Messenger<M>
  readonly render: (model: PostModel | NoticeModel) => M
}

const atOnce = 20
/** Slack's words for a bot that lacks a right: once somebody has mended that, the post can be put right. */
const mendable = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_authed',
  'token_expired',
  'token_revoked',
])

/** Puts posts right whose entries were answered or are no longer wanted. Doing it twice does no harm. */
export const freshenPosts = async <M>(ports: FreshenPorts<M>, workspaceId: string): Promise<number> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const stale = await ports.uow.keep(scope, ({ posts }) => posts.stale(atOnce))
  let done = 0
  for (const post of stale) if (await unlessSlackIsDown(() => freshen(ports, scope, post))) done++
  return done
}

const freshen = async <M>(ports: FreshenPorts<M>, scope: Scope, post: SendingPost): Promise<boolean> => {
  if (post.channelId === null || post.ts === null) return false
  const { version, place, nudges } = await ports.uow.keep(scope, async ({ posts, places }) => ({
    version: await posts.version(post.id),
    place: await places.get(post.place),
    nudges: await posts.nudgesOf(post.id),
  }))
  if (place === null) return false
  const model = await saidByNow(ports, scope, post, place, nudges)
  const result =
    model === null
      ? ({ kind: 'ok' } as const)
      : await ports.messenger.update(post.channelId, post.ts, ports.render(model), post.id)
  if (result.kind === 'temporary' || (result.kind === 'permanent' && mendable.has(result.code))) return false
  // Gone, or refused for good: there is nothing left to put right.
  await ports.uow.keep(scope, ({ posts }) => posts.freshened(post.id, version))
  return true
}

/** Null: what it said holds. */
const saidByNow = async <M>(
  ports: FreshenPorts<M>,
  { workspaceId }: Scope,
  post: SendingPost,
  place: PlaceSettings,
  nudges: readonly Nudge[],
): Promise<PostModel | NoticeModel | null> => {
  // What was changed in a place was so when it was told; a hand-over that was taken back is none.
  if (post.notice !== null)
    return post.notice.kind === 'hand-over' ? handOverUndone(ports, workspaceId, post.notice) : null
  // Where others read by now, what was said of people is taken back.
  const told = (await maySpeakIn(place.home, (id) => ports.directory.freshChannel(id))) ? nudges : []
  return composePost(ports, workspaceId, post.kind, { ...place, zoneUntold: false }, told)
}
