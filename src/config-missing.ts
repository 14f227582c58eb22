/** Settings as they were given, without empty ones. */
type Given = Readonly<Record<string, string | undefined>>
/** What is wrong, by the setting that mends it. */
type Faults = ReadonlyMap<string, string>

/** The app is installed by OAuth when it has credentials for that. */
export const isInstalledByMany = (all: Given): boolean =>
  all.SLACK_CLIENT_ID !== undefined || all.SLACK_CLIENT_SECRET !== undefined

/** What is missing, or does not go together. */
export const missingIn = (all: Given): Faults => {
  const faults = new Map(isInstalledByMany(all) ? missingForMany(all) : missingForOne(all))
  // What HubSpot signs begins with it.
  if (all.HUBSPOT_CLIENT_SECRET !== undefined && all.PUBLIC_URL === undefined)
    faults.set('PUBLIC_URL', 'is missing: HUBSPOT_CLIENT_SECRET needs it')
  return faults
}

const missingForOne = (all: Given): Faults => {
  const faults = new Map<string, string>()
  if (all.SLACK_BOT_TOKEN === undefined) faults.set('SLACK_BOT_TOKEN', 'is missing')
  if (all.SLACK_APP_TOKEN === undefined && all.SLACK_SIGNING_SECRET === undefined) {
    faults.set('SLACK_APP_TOKEN', 'is missing (for Socket Mode, the simpler of the two ways)')
    faults.set('SLACK_SIGNING_SECRET', 'is missing too (for HTTP; one of the two is enough)')
  }
  return faults
}

const neededForMany = [
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_SIGNING_SECRET',
  'PUBLIC_URL',
  'ENCRYPTION_KEY',
]
const forMany = 'which many workspaces install (SLACK_CLIENT_ID)'

const missingForMany = (all: Given): Faults => {
  const faults = new Map<string, string>()
  for (const name of neededForMany)
    if (all[name] === undefined) faults.set(name, `is missing: an app ${forMany} needs it`)
  if (all.SLACK_BOT_TOKEN !== undefined)
    faults.set(
      'SLACK_BOT_TOKEN',
      `is for a bot of one workspace, not for an app ${forMany}: take one of them out`,
    )
  if (all.SLACK_APP_TOKEN !== undefined)
    faults.set('SLACK_APP_TOKEN', `is for Socket Mode: an app ${forMany} is reached over HTTP; take it out`)
  const url = all.PUBLIC_URL
  if (url !== undefined && URL.canParse(url) && !isSafe(new URL(url)))
    faults.set('PUBLIC_URL', 'does not begin with https://, which Slack asks for where an app is installed')
  return faults
}

/** On this machine nobody listens in on the way. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost'
