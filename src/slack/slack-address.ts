const slackHosts = /^(?:[a-z0-9-]+\.)*(?:slack|slack-files|slack-gov)\.com$/

/** Slack's own hosts over https; or the very server that answers the bot's calls. Whatever comes from outside may name any. */
export const isSlacks = (address: string, apiUrl: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, origin } = new URL(address)
  if (origin === new URL(apiUrl).origin) return true
  return protocol === 'https:' && port === '' && slackHosts.test(hostname)
}
