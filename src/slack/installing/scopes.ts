/** What the bot asks for in a workspace; what for, in manifest.yml, which a test holds equal. */
export const botScopes = [
  'commands',
  'chat:write',
  'im:write',
  'im:history',
  'app_mentions:read',
  'reactions:read',
  'channels:history',
  'groups:history',
  'mpim:history',
  'channels:read',
  'groups:read',
  'mpim:read',
  'files:write',
  'files:read',
  'users:read',
] as const
