import { clip } from '../blocks.js'
import { say } from '../copy.js'
import { line, type Part, quote } from '../page.js'

/** What was kept is shown again in short: enough to see that it is the right one. */
export const shown = 200
export const inShort = (text: string): Part[] => (text === '' ? [] : [quote(clip(text, shown))])

/** What not to write, the first time that somebody writes of body or feeling. */
export const caution = (firstTender: boolean): Part[] =>
  firstTender
    ? [
        line(
          say`That is tender ground, so a word once: please never write of health, religion, politics or sex life.`,
        ),
      ]
    : []
