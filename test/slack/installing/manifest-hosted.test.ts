import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { organisationEvents } from '../../../src/slack/installing/installation-events.js'
import { redirectPath } from '../../../src/slack/installing/routes.js'

const read = (path: string) => parse(readFileSync(path, 'utf8'))
const site = 'https://personable.example.com'
const url = `${site}/slack/events`

describe('manifest.hosted.yml', () => {
  it('is manifest.yml, reached over HTTP and installed by many, and nothing else', () => {
    const { settings, features, oauth_config: oauth, ...rest } = read('manifest.yml')
    const { slash_commands: commands, ...otherFeatures } = features
    const { bot_events: events } = settings.event_subscriptions
    const hosted = read('docs/deploy/manifest.hosted.yml')
    hosted.settings.event_subscriptions.bot_events.sort()
    expect(hosted).toEqual({
      ...rest,
      features: {
        ...otherFeatures,
        slash_commands: commands.map((each: object) => ({ ...each, url })),
      },
      oauth_config: { ...oauth, redirect_urls: [`${site}${redirectPath}`] },
      settings: {
        event_subscriptions: { request_url: url, bot_events: [...events, ...organisationEvents].sort() },
        interactivity: { ...settings.interactivity, request_url: url, message_menu_options_url: url },
        org_deploy_enabled: true,
        socket_mode_enabled: false,
        token_rotation_enabled: true,
      },
    })
  })

  it('names the address of the bot in manifest.yml in each place that HTTP needs', () => {
    const written = readFileSync('manifest.yml', 'utf8')
    expect(written.match(/# (?:url|request_url|message_menu_options_url): https:/g)).toHaveLength(5)
    expect(written).toContain('the five lines that are commented out')
  })
})
