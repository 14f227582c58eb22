/** The rows by which several processes know of each other: see migration 0027. */

export type HeardRow = {
  workspace_id: string
  id: string
  /** By the clock of the database. */
  heard_at: string
  kind: 'channel' | 'user' | 'settings'
  subject_id: string
}

export type HomeRow = {
  workspace_id: string
  user_id: string
  opened_at: string
  asked: number
  /** From then on whoever comes makes it; null when what was asked for is shown. */
  due_at: string | null
}

/** `claimed_until`: somebody else may answer from then on; null when it was answered. */
export type AnswerRow = {
  workspace_id: string
  delivery_id: string
  claimed_at: string
  claimed_until: string | null
}

export type OwedAnswerRow = {
  workspace_id: string
  delivery_id: string
  kind: 'command' | 'press'
  payload: string
  owed_at: string
  due_at: string
  claimed_by: string
  tries: number
}
