/** Slack's words for a bot that lacks a right: once somebody has mended that, the same call may do. */
const mendable = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_authed',
  'token_expired',
  'token_revoked',
])

export const isMendable = (code: string): boolean => mendable.has(code)
