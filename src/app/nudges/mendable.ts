/** Slack's words for a bot that lacks a right: once somebody has mended that, the same call may do. */
const mendable = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_authed',
  'token_expired',
  'token_revoked',
])

/** Slack's words for a place that the bot cannot reach as things are: it may come back, and so may what stands there. */
const outOfReach = new Set(['channel_not_found', 'is_archived', 'is_inactive', 'not_in_channel'])

export const isOutOfReach = (code: string): boolean => outOfReach.has(code)

export const isMendable = (code: string): boolean => mendable.has(code)
