import { type LogLevel as SlackLevel, type Logger as SlackLogger, LogLevel as slackLevels } from '@slack/bolt'
import type { Log } from '../logging.js'
import { LibraryText } from '../redaction.js'

/**
 * What Slack's libraries say, in our log. Their debug lines carry whole payloads, tokens included, and are dropped;
 * the rest is written for whoever looks closely, since we say ourselves what matters to the operator.
 */
export const slackLogger = (log: Log): SlackLogger => {
  const say = (level: 'info' | 'warn' | 'error', said: readonly unknown[]): void =>
    log.debug('A Slack library says', {
      severity: level,
      said: new LibraryText(said.filter((each) => typeof each === 'string').join(' ')),
    })
  return {
    debug: () => {},
    info: (...said) => say('info', said),
    warn: (...said) => say('warn', said),
    error: (...said) => say('error', said),
    setLevel: (_level: SlackLevel) => {},
    // Below INFO the libraries spell payloads out before they ask whether anyone listens.
    getLevel: () => slackLevels.INFO,
    setName: () => {},
  }
}
