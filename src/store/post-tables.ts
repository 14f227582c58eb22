import type { Flag, Owned } from './row.js'

/** The rows of the outbox: what is posted, and the nudges that stand in it. */

/** All that this release knows how to say. */
export const postKinds = [
  'digest',
  'role-news',
  'hand-over',
  'fell-silent',
  'undelivered',
  'outage',
  'contradicted',
  'settings',
  'installed',
  'install-again',
  'week',
] as const

export type PostRow = Owned & {
  place: string
  kind: (typeof postKinds)[number]
  /** What a notice tells; null for nudges, which have rows of their own. */
  about: string | null
  on_day: string
  planned_at: string
  state: 'planned' | 'claimed' | 'uncertain' | 'sent' | 'failed'
  claimed_by: string | null
  claimed_until: string | null
  channel_id: string | null
  message_ts: string | null
  attempts: number
  looks: number
  not_before: string | null
  first_attempt_at: string | null
  failed_why: string | null
  /** Counts what happened to its entries; behind it, what Slack shows is no longer right. */
  version: number
  shown_version: number
  names_forgotten: Flag
}

export type NudgeRow = Owned & {
  person_id: string
  post_id: string
  on_day: string
  reasons: string
  times: number
  question_id: string | null
  planned_seq: number
  answer: string | null
  moot: Flag
}

/**
 * What a nudge raises. `apart` tells several reasons of one kind on one day apart: the occasion, where it has a day of
 * its own, or else the number in the nudge, from 0.
 */
export type NudgeReasonRow = {
  workspace_id: string
  place: string
  person_id: string
  on_day: string
  kind: string
  apart: string
  occasion: string
  nudge_id: string
}

/** A week of a place that was told, or had nothing to tell; the next begins after that act. */
export type WeekRow = { workspace_id: string; place: string; begins_on: string; up_to_seq: number }

export type DigestRow = { workspace_id: string; place: string; on_day: string; fixed_at: string }
