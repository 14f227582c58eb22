import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isObject, type Json, objectAt, objectsAt, textAt, textsAt } from './json.js'
import { readSteps, type StepDefinition } from './manifest-steps.js'

/** What the app asked for and may therefore do. Slack grants nothing that is not written here. */
export interface Manifest {
  appName: string
  botName: string
  botScopes: ReadonlySet<string>
  userScopes: ReadonlySet<string>
  botEvents: ReadonlySet<string>
  /** By name with its slash. `shouldEscape`: Slack escapes mentions and links in its text. */
  commands: ReadonlyMap<string, { shouldEscape: boolean; about: string; usage: string }>
  shortcuts: ReadonlyMap<string, 'global' | 'message'>
  /** What people read, by callback_id. */
  shortcutNames: ReadonlyMap<string, string>
  /** Steps for Workflow Builder, by callback_id. */
  steps: ReadonlyMap<string, StepDefinition>
  interactivity: boolean
  homeTab: boolean
  messagesTab: boolean
  /** Where Slack may send a browser back to after an installation. */
  redirectUrls: readonly string[]
  tokenRotation: boolean
  /** It may be installed for a whole organisation. */
  orgDeploy: boolean
}

/**
 * Reads an app manifest: a parsed object, or the path of a YAML or JSON file.
 * Throws an Error that names the file and what is wrong in it.
 */
export function readManifest(source: string | object): Manifest {
  const where = typeof source === 'string' ? source : 'The manifest'
  const parsed: unknown = typeof source === 'string' ? parse(readFileSync(source, 'utf8')) : source
  if (!isObject(parsed)) throw new Error(`${where} holds no manifest: it is not an object`)
  const features = objectAt(parsed, 'features') ?? {}
  const settings = objectAt(parsed, 'settings') ?? {}
  const appName = textAt(objectAt(parsed, 'display_information'), 'name')
  if (!appName) throw new Error(`${where} has no display_information.name`)
  const home = objectAt(features, 'app_home')
  const oauth = objectAt(parsed, 'oauth_config')
  const scopes = objectAt(oauth, 'scopes')
  return {
    appName,
    botName: textAt(objectAt(features, 'bot_user'), 'display_name') ?? appName,
    botScopes: new Set([...textsAt(scopes, 'bot'), ...textsAt(scopes, 'bot_optional')]),
    userScopes: new Set([...textsAt(scopes, 'user'), ...textsAt(scopes, 'user_optional')]),
    botEvents: new Set(textsAt(objectAt(settings, 'event_subscriptions'), 'bot_events')),
    commands: readCommands(features, where),
    shortcuts: readShortcuts(features, where),
    shortcutNames: new Map(
      objectsAt(features, 'shortcuts').map((shortcut) => [
        textAt(shortcut, 'callback_id') ?? '',
        textAt(shortcut, 'name') ?? '',
      ]),
    ),
    steps: readSteps(parsed, where),
    interactivity: objectAt(settings, 'interactivity')?.is_enabled === true,
    homeTab: home?.home_tab_enabled === true,
    messagesTab: home?.messages_tab_enabled === true && home.messages_tab_read_only_enabled !== true,
    redirectUrls: textsAt(oauth, 'redirect_urls'),
    tokenRotation: settings.token_rotation_enabled === true,
    orgDeploy: settings.org_deploy_enabled === true,
  }
}

function readCommands(features: Json, where: string): Manifest['commands'] {
  return new Map(
    objectsAt(features, 'slash_commands').map((command) => {
      const name = textAt(command, 'command')
      if (!name?.startsWith('/'))
        throw new Error(`${where} has a slash command without a name that begins with /`)
      return [
        name,
        {
          shouldEscape: command.should_escape === true,
          about: textAt(command, 'description') ?? '',
          usage: textAt(command, 'usage_hint') ?? '',
        },
      ]
    }),
  )
}

function readShortcuts(features: Json, where: string): Manifest['shortcuts'] {
  return new Map(
    objectsAt(features, 'shortcuts').map((shortcut) => {
      const callbackId = textAt(shortcut, 'callback_id')
      if (!callbackId) throw new Error(`${where} has a shortcut without callback_id`)
      return [callbackId, shortcut.type === 'message' ? 'message' : 'global']
    }),
  )
}
