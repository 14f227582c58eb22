/** A small app that may do most things, for trying the practice Slack itself. */
export const manifest = {
  display_information: { name: 'Tester' },
  features: {
    bot_user: { display_name: 'tester' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    slash_commands: [{ command: '/try', description: 'Tries', should_escape: true }],
    shortcuts: [
      { name: 'Keep this', type: 'message', callback_id: 'keep', description: 'Keeps' },
      { name: 'Start', type: 'global', callback_id: 'start', description: 'Starts' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:read',
        'chat:write',
        'commands',
        'groups:history',
        'groups:read',
        'im:history',
        'im:write',
        'reactions:read',
        'users:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'app_mention',
        'app_uninstalled',
        'channel_archive',
        'channel_shared',
        'member_joined_channel',
        'member_left_channel',
        'message.channels',
        'message.groups',
        'message.im',
        'reaction_added',
        'reaction_removed',
        'user_change',
      ],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
}

/** The same without some scopes, events or settings. */
export function manifestWithout(left: { scopes?: string[]; events?: string[]; interactivity?: boolean }) {
  const { oauth_config, settings } = manifest
  return {
    ...manifest,
    oauth_config: {
      scopes: { bot: oauth_config.scopes.bot.filter((scope) => !left.scopes?.includes(scope)) },
    },
    settings: {
      ...settings,
      event_subscriptions: {
        bot_events: settings.event_subscriptions.bot_events.filter((event) => !left.events?.includes(event)),
      },
      interactivity: { is_enabled: left.interactivity !== false },
    },
  }
}

/** The same with one scope more. */
export function withScope(scope: string) {
  return { ...manifest, oauth_config: { scopes: { bot: [...manifest.oauth_config.scopes.bot, scope] } } }
}

/** The same for many workspaces and for organisations, with what tells of coming and going. */
export const hostedManifest = {
  ...manifest,
  oauth_config: {
    redirect_urls: ['https://tester.example/slack'],
    scopes: { bot: [...manifest.oauth_config.scopes.bot, 'files:read'] },
  },
  settings: {
    ...manifest.settings,
    event_subscriptions: {
      bot_events: [
        ...manifest.settings.event_subscriptions.bot_events,
        'tokens_revoked',
        'team_access_granted',
        'team_access_revoked',
      ],
    },
    org_deploy_enabled: true,
    token_rotation_enabled: true,
  },
}
