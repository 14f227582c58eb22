import { z } from 'zod'
import { isInstalledByMany, missingIn } from './config-missing.js'

/** How Slack's deliveries reach the bot. */
export type SlackConnection =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly path: string }

/** Whose bot it is: of the one workspace whose token was pasted, or of all that install it by OAuth, over HTTP. */
export type SlackInstall =
  | { readonly kind: 'token'; readonly botToken: string }
  | {
      readonly kind: 'oauth'
      readonly clientId: string
      readonly clientSecret: string
      /** As the world sees the bot, without a slash at its end. */
      readonly publicUrl: string
    }

export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'

/** Everything that the environment decides; frozen. */
export type Config = {
  readonly slack: {
    readonly install: SlackInstall
    /** Ends with a slash. */
    readonly apiUrl: string
    readonly connection: SlackConnection
  }
  /** 0 lets the system choose. */
  readonly port: number
  /** Null listens on every interface. */
  readonly host: string | null
  /** `file:PATH` or `postgres://...`. */
  readonly databaseUrl: string
  /** Held to a server at most; a file needs none. */
  readonly databaseConnections: number
  /** The key that words are encrypted with in the database, and those that they may still be encrypted with; base64. */
  readonly encryption: { readonly key: string | null; readonly before: readonly string[] }
  readonly logLevel: LogLevel
  /** Where sources of role changes speak over HTTP; null for one that is not set up. */
  readonly hooks: {
    readonly people: string | null
    readonly hubspot: string | null
    /** As the world sees the bot, without a slash at its end; empty where nobody needs it. */
    readonly publicUrl: string
  }
  /** How long after a send without an answer the second look happens. */
  readonly lookAgainMs: number
  /** Whoever brings it may read the metrics; null: see `readersOf`. */
  readonly metricsToken: string | null
}

/** Why the bot cannot start: one message that names every bad or missing setting. It never repeats a value. */
export type ConfigProblem = { readonly problem: string; readonly variables: readonly string[] }

const slackPages = 'https://api.slack.com/apps > your app'
const where = {
  SLACK_CLIENT_ID: `${slackPages} > Basic Information > App Credentials > Client ID`,
  SLACK_CLIENT_SECRET: `${slackPages} > Basic Information > App Credentials > Client Secret`,
  SLACK_BOT_TOKEN: `${slackPages} > OAuth & Permissions > Bot User OAuth Token (begins with xoxb-)`,
  SLACK_APP_TOKEN: `${slackPages} > Basic Information > App-Level Tokens, with the scope connections:write (begins with xapp-)`,
  SLACK_SIGNING_SECRET: `${slackPages} > Basic Information > App Credentials > Signing Secret`,
} as const

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`)
const isUrl = (text: string, protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)
const isDatabase = (text: string): boolean =>
  /^file:.+/.test(text) || (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text))

/** Short ones can be guessed. */
const hookSecret = /^\S{16,}$/
const noHookSecret = 'is not a secret of 16 characters or more'

/** The base64 of 32 bytes. */
const encryptionKey = /^[A-Za-z0-9+/]{43}=$/
const noKey = 'is not the base64 of 32 bytes, as `openssl rand -base64 32` makes it'

const settings = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^(xoxe\.)?xoxb-\S+$/, 'is not a bot token: those begin with xoxb-')
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'is not a client id: those are two numbers with a dot between them')
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .regex(/^(?!xox|xapp-)\S+$/, 'is not a client secret: those are 32 letters and digits')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/, 'is not an app-level token: those begin with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^(?!xox|xapp-)\S+$/, 'is not a signing secret: those are 32 letters and digits')
    .optional(),
  SLACK_API_URL: z
    .string()
    .refine((url) => isUrl(url, ['http:', 'https:']), 'is not an http or https address')
    .transform(withSlash)
    .default('https://slack.com/api/'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'is not a port number from 0 to 65535')
    .default(3000),
  HOST: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(isDatabase, 'is neither file:PATH nor postgres://...')
    .default('file:data/personable.db'),
  DATABASE_CONNECTIONS: z
    .string()
    .regex(/^([4-9]|[1-9]\d|1\d\d|200)$/, 'is not a number of connections from 4 to 200')
    .transform(Number)
    .default(12),
  ENCRYPTION_KEY: z.string().regex(encryptionKey, noKey).optional(),
  ENCRYPTION_KEYS_BEFORE: z
    .string()
    .transform((keys) => keys.split(/[\s,]+/).filter((key) => key !== ''))
    .refine((keys) => keys.every((key) => encryptionKey.test(key)), `has a key in it that ${noKey}`)
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'],
      'is none of silent, fatal, error, warn, info, debug, trace',
    )
    .default('info'),
  PEOPLE_HOOK_SECRET: z.string().regex(hookSecret, noHookSecret).optional(),
  HUBSPOT_CLIENT_SECRET: z.string().regex(hookSecret, noHookSecret).optional(),
  PUBLIC_URL: z
    .string()
    .refine((url) => isUrl(url, ['http:', 'https:']), 'is not an http or https address')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  LOOK_AGAIN_SECONDS: z
    .string()
    .regex(/^\d{1,5}(\.\d{1,3})?$/, 'is not a number of seconds')
    .transform(Number)
    .default(60),
  METRICS_TOKEN: z.string().regex(hookSecret, noHookSecret).optional(),
})

/**
 * Reads the settings. Empty and blank values count as missing. With an app-level token the bot connects in Socket
 * Mode; without one, Slack delivers over signed HTTP to `/slack/events`. `HOST` decides which interface is
 * listened on; unset, HTTP listens on all of them, since Slack must reach it, and Socket Mode, where the port
 * serves `/healthz` and the hooks of sources, on this machine only: a proxy stands before it.
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config | ConfigProblem => {
  const all = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  )
  // With an app token the signing secret is not used, so it cannot be wrong.
  const given =
    all.SLACK_APP_TOKEN === undefined || isInstalledByMany(all)
      ? all
      : { ...all, SLACK_SIGNING_SECRET: undefined }
  const read = settings.safeParse(given)
  const faults = new Map(missingIn(all))
  for (const issue of read.error?.issues ?? []) {
    const name = String(issue.path[0])
    if (!faults.has(name)) faults.set(name, issue.message)
  }
  return read.success && faults.size === 0 ? configOf(read.data) : problemOf(faults)
}

/** The settings of programs that need the database and no Slack. */
export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'encryption'>
export const readDatabaseConfig = (
  env: Readonly<Record<string, string | undefined>>,
): DatabaseConfig | ConfigProblem => {
  const read = settings
    .pick({ DATABASE_URL: true, ENCRYPTION_KEY: true, ENCRYPTION_KEYS_BEFORE: true })
    .safeParse({
      DATABASE_URL: env.DATABASE_URL?.trim() || undefined,
      ENCRYPTION_KEY: env.ENCRYPTION_KEY?.trim() || undefined,
      ENCRYPTION_KEYS_BEFORE: env.ENCRYPTION_KEYS_BEFORE?.trim() || undefined,
    })
  if (read.success) return { databaseUrl: read.data.DATABASE_URL, encryption: encryptionOf(read.data) }
  return problemOf(new Map(read.error.issues.map(({ path, message }) => [String(path[0]), message])))
}

const encryptionOf = (
  set: Pick<z.output<typeof settings>, 'ENCRYPTION_KEY' | 'ENCRYPTION_KEYS_BEFORE'>,
): Config['encryption'] =>
  Object.freeze({ key: set.ENCRYPTION_KEY ?? null, before: set.ENCRYPTION_KEYS_BEFORE ?? [] })

const installOf = (set: z.output<typeof settings>): SlackInstall =>
  set.SLACK_CLIENT_ID === undefined
    ? { kind: 'token', botToken: set.SLACK_BOT_TOKEN ?? '' }
    : {
        kind: 'oauth',
        clientId: set.SLACK_CLIENT_ID,
        clientSecret: set.SLACK_CLIENT_SECRET ?? '',
        publicUrl: set.PUBLIC_URL ?? '',
      }

const configOf = (set: z.output<typeof settings>): Config => {
  const connection: SlackConnection =
    set.SLACK_APP_TOKEN !== undefined
      ? { kind: 'socket', appToken: set.SLACK_APP_TOKEN }
      : { kind: 'http', signingSecret: set.SLACK_SIGNING_SECRET ?? '', path: '/slack/events' }
  return Object.freeze({
    slack: Object.freeze({
      install: Object.freeze(installOf(set)),
      apiUrl: set.SLACK_API_URL,
      connection: Object.freeze(connection),
    }),
    port: set.PORT,
    host: set.HOST ?? (connection.kind === 'socket' ? '127.0.0.1' : null),
    databaseUrl: set.DATABASE_URL,
    databaseConnections: set.DATABASE_CONNECTIONS,
    encryption: encryptionOf(set),
    logLevel: set.LOG_LEVEL,
    hooks: Object.freeze({
      people: set.PEOPLE_HOOK_SECRET ?? null,
      hubspot: set.HUBSPOT_CLIENT_SECRET ?? null,
      publicUrl: set.PUBLIC_URL ?? '',
    }),
    lookAgainMs: Math.round(set.LOOK_AGAIN_SECONDS * 1000),
    metricsToken: set.METRICS_TOKEN ?? null,
  })
}

const problemOf = (faults: ReadonlyMap<string, string>): ConfigProblem => {
  const lines = [...faults].map(([name, fault]) => {
    const place = name in where ? `\n      ${where[name as keyof typeof where]}` : ''
    return `  ${name} ${fault}.${place}`
  })
  const problem = [
    'Personable cannot start: these settings are missing or malformed.',
    '',
    ...lines,
    '',
    'Set them in the environment; .env.example lists them all, and manifest.yml makes the app in Slack.',
    'To try Personable without Slack, on this machine alone: npm run practice',
  ].join('\n')
  return { problem, variables: [...faults.keys()] }
}
