import type { Greeting } from '../../app/people/greet.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { beginningParts } from './beginning.js'
import { button } from './blocks.js'
import { notInChannelLine, type ViewContext } from './context.js'
import { command, ours, say } from './copy.js'
import { hint, line, type Part, page, row } from './page.js'
import { newsLine, promiseLine, waitingLines } from './waiting-parts.js'

/** The bare `/person`: how to begin, or who would be glad to hear from the asker, what was promised and what is new. */
export const greetingView = (greeting: Greeting, ctx: ViewContext): Reply => {
  const unheard = notInChannelLine(ctx.place)
  const parts = greeting.first
    ? [...beginningParts(), ...alreadyKnown(greeting)]
    : [...waiting(greeting, ctx), ...promised(greeting, ctx), ...news(greeting, ctx), more]
  return page([...parts, ...(unheard === null ? [] : [hint(unheard)])])
}

const more = line(
  say`${command('/person due')} shows who comes up, ${command('/person help')} everything else.`,
)

const alreadyKnown = ({ known }: Greeting): Part[] => {
  if (known === 0) return []
  const people = known === 1 ? 'one person' : `${known} people`
  return [line(say`Your team knows ${ours(people)} already: ${command('/person due')} shows who comes up.`)]
}

const waiting = ({ glad }: Greeting, ctx: ViewContext): Part[] =>
  glad.length === 0
    ? [line(say`None of your people is waiting to hear from you today.`)]
    : [
        line(say`These people would be glad to hear from you:`),
        ...glad.map((each) => row(waitingLines(each, ctx), button('Card', actionIds.card, each.person.id))),
      ]

const promised = ({ promises }: Greeting, ctx: ViewContext): Part[] =>
  promises.length === 0
    ? []
    : [line(say`What you promised:`, ...promises.map((each) => promiseLine(each, ctx)))]

const news = ({ news: pieces }: Greeting, ctx: ViewContext): Part[] =>
  pieces.length === 0 ? [] : [line(say`What is new:`, ...pieces.map((each) => newsLine(each, ctx)))]
