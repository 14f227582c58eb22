import type { SendingPost } from '../app/ports/posts.js'
import type { Noticing, Nudging } from '../domain/nudge.js'
import { home } from './codec.js'
import { noticeIn } from './notice-store.js'
import type { PostRow } from './post-tables.js'

const carriedBy = ({ kind, about }: PostRow): Nudging | Noticing => {
  if (about === null) return { kind: kind === 'role-news' ? kind : 'digest', notice: null }
  const notice = noticeIn(about)
  return { kind: notice.kind, notice }
}

export const postOf = (row: PostRow): SendingPost => ({
  id: row.id,
  place: home(row.place),
  ...carriedBy(row),
  on: row.on_day,
  plannedAt: row.planned_at,
  state: row.state,
  channelId: row.channel_id,
  ts: row.message_ts,
  attempts: row.attempts,
  looks: row.looks,
  notBefore: row.not_before,
  firstAttemptAt: row.first_attempt_at,
  namesForgotten: row.names_forgotten === 1,
  version: row.version,
})
