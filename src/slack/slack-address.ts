import type { Identity } from './connection/identity.js'

const slackHosts = /^(?:[a-z0-9-]+\.)*(?:slack|slack-files|slack-gov)\.com$/
const thisMachine = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Slack's own hosts over https; or the very server that answers the bot's calls. Whatever comes from outside may name any. */
export const isSlacks = (address: string, apiUrl: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, origin } = new URL(address)
  if (origin === new URL(apiUrl).origin) return true
  return protocol === 'https:' && port === '' && slackHosts.test(hostname)
}

/**
 * Where an answer may be sent, which carries no token: to Slack, and with a Slack on this machine to any of its ports. An
 * address says whose it is (https://hooks.slack.com/actions/T1/...): what is known in one workspace goes to no other.
 */
export const mayBeAnsweredAt = (
  address: string,
  apiUrl: string,
  { workspaceId, enterpriseId }: Pick<Identity, 'workspaceId' | 'enterpriseId'>,
): boolean => {
  const isHere = (url: string): boolean => URL.canParse(url) && thisMachine.test(new URL(url).hostname)
  if (!isSlacks(address, apiUrl) && !(isHere(apiUrl) && isHere(address))) return false
  const [, whose = null] = /^\/[a-z]+\/([TE][A-Z0-9]*)\//.exec(new URL(address).pathname) ?? []
  return whose === null || whose === workspaceId || whose === enterpriseId
}
