/** What a problem is, in plain words, and where to look. */
const words: Record<string, { what: string; look: string }> = {
  refused_method: {
    what: 'Slack would not have done what the bot asked for.',
    look: 'Look at the call in the traffic: its answer names the error.',
  },
  refused_blocks: {
    what: 'The bot sent something that Slack would refuse to show.',
    look: 'The pointer at the end says which block or text it is.',
  },
  refused_response_url: {
    what: 'The bot answered where it may not answer any more.',
    look: 'A response_url works five times within half an hour.',
  },
  refused_upload: {
    what: 'The bot sent a file that Slack did not await.',
    look: 'It must be as long as was announced, and the address works once.',
  },
  refused_signature: { what: 'The signature did not fit.', look: 'Look at the signing secret of the bot.' },
  not_acknowledged: {
    what: 'The bot did not answer in time, or not at all.',
    look: 'Look at the bot’s log: it has three seconds to acknowledge.',
  },
  bad_acknowledgement: { what: 'The bot acknowledged something odd.', look: 'Look at the last traffic.' },
  acknowledged_twice: {
    what: 'The bot acknowledged the same thing twice.',
    look: 'Look for two calls of ack.',
  },
  answered_twice: { what: 'The bot answered one command twice.', look: 'Look at the last two answers.' },
  not_declared: {
    what: 'The app’s manifest does not declare what was used.',
    look: 'Look at manifest.yml: commands, shortcuts, interactivity.',
  },
  missing_scope: {
    what: 'The app’s manifest lacks a scope.',
    look: 'Look at oauth_config.scopes in manifest.yml.',
  },
  text_cut: { what: 'A text was too long, and Slack would have cut it.', look: 'Look at the last message.' },
}

export const problemWords = (kind: string): { what: string; look: string } =>
  words[kind] ?? { what: 'Something is not as Slack wants it.', look: 'Look at the traffic.' }
