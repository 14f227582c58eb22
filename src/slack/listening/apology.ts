import { randomInt } from 'node:crypto'
import { SlackUnavailable, StoreUnavailable } from '../../app/ports.js'
import type { Log } from '../../logging.js'
import type { Reply } from '../answer.js'
import { plainText, unescapeSlack } from '../command/words.js'
import { clip, section, userText } from '../views/blocks.js'

const storeTroubles: Readonly<Record<StoreUnavailable['trouble'], string>> = {
  busy: 'My notebook is busy just now, so this was not kept. Please try again in a minute.',
  full: 'The disk that I write on is full, so this was not kept. Whoever runs Personable has to make room first.',
  'read-only':
    'I may not write to my database, so this was not kept. Whoever runs Personable has to mend that.',
  corrupt: 'My database is damaged, so this was not kept. Whoever runs Personable has to mend that.',
  gone: 'I cannot reach my database, so this was not kept. Please try again in a minute.',
}
const slackTrouble = 'Slack did not answer me just now, so I stopped there. Please try again in a minute.'

/** Easy to read out: no letters or digits that look alike. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const newReference = (): string => Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('')

/**
 * What to say when a handler failed: what happened and what to do. What was not foreseen is logged under a short
 * reference, which the user sees too.
 */
export const apologyFor = (error: unknown, log: Log): string => {
  if (error instanceof StoreUnavailable) {
    log.error('The database was not available', { trouble: error.trouble, err: error })
    return storeTroubles[error.trouble]
  }
  if (error instanceof SlackUnavailable) {
    log.warn('Slack could not be asked', { err: error })
    return slackTrouble
  }
  const reference = newReference()
  log.error('Something unexpected happened', { reference, err: error })
  return `Something went wrong on my side. Please try again; if it happens again, show whoever runs Personable this reference: ${reference}.`
}

/** Beyond this Slack cuts, or refuses the message. */
const longestShown = 9_000
const longestText = 3_500

/** A sentence, and what the user typed as it can be pasted again; `typed` is as Slack sent it. */
export const withTypedAgain = (sentence: string, typed: string): Reply => {
  const again = plainText(unescapeSlack(typed)).trim()
  if (again === '') return withoutTyped(sentence)
  return {
    text: clip(`${sentence} You typed: ${userText(again)}`, longestText),
    blocks: [
      section(`${sentence} You typed:`),
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: clip(again, longestShown) }] },
        ],
      },
    ],
  }
}

export const withoutTyped = (sentence: string): Reply => ({
  text: userText(sentence),
  blocks: [section(sentence)],
})
