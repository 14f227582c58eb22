import type { Installed } from '../../src/app/ports/installations.js'

/** What "Add to Slack" brings in a workspace (T..., W...) or an organisation (E...); the token does not expire. */
export const installed = (id: string, given: Partial<Installed> = {}): Installed => ({
  id,
  enterpriseId: id.startsWith('E') ? id : null,
  isOrg: id.startsWith('E'),
  appId: 'A1',
  name: `Acme ${id}`,
  botUserId: 'UBOT',
  botId: 'BBOT',
  scopes: ['chat:write', 'commands'],
  installerId: 'UANA',
  token: `xoxb-${id}`,
  refreshToken: null,
  expiresAt: null,
  ...given,
})

/** With tokens that rotate. */
export const rotating = (id: string, nth: number, expiresAt: string): Installed =>
  installed(id, { token: `xoxe-${id}-${nth}`, refreshToken: `refresh-${id}-${nth}`, expiresAt })
