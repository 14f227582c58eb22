import type { Greeting } from '../../app/people/greet.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button } from './blocks.js'
import { notInChannelLine, type ViewContext } from './context.js'
import { command, named, ours, say, sentence, type Words } from './copy.js'
import { plainDay, rhythm } from './days.js'
import { hint, line, type Part, page, row } from './page.js'

/** The bare `/person`: how to begin, or who would be glad to hear from the asker and what is new. */
export const greetingView = (greeting: Greeting, ctx: ViewContext): Reply => {
  const unheard = notInChannelLine(ctx.place)
  const parts = greeting.first ? beginning(greeting) : morning(greeting, ctx)
  return page([...parts, ...(unheard === null ? [] : [hint(unheard)])])
}

const beginning = ({ known }: Greeting): Part[] => [
  line(
    say`Hello! I help your team remember the people you work for: who they are, what they told you, and when they would be glad to hear from you.`,
    say`Three lines to begin with. Paste them, then put in somebody of your own:`,
    command('/person add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example'),
    command('/person heard frank my daughter starts at Ohio State'),
    command('/person every frank 3 weeks'),
  ),
  line(
    say`${command('/person frank')} then shows what is known, and ${command('/person help')} the rest. To write down a call, react to a message about it with the telephone emoji.`,
    say`What you type in a channel is known to those who may see that channel, and to nobody else.`,
    ...alreadyKnown(known),
  ),
]

const alreadyKnown = (known: number): Words[] => {
  if (known === 0) return []
  const people = known === 1 ? 'one person' : `${known} people`
  return [say`Your team knows ${ours(people)} already: ${command('/person due')} shows who comes up.`]
}

const morning = ({ glad, news }: Greeting, ctx: ViewContext): Part[] => [
  ...(glad.length === 0
    ? [line(say`None of your people is waiting to hear from you today.`)]
    : [line(say`These people would be glad to hear from you:`), ...glad.map((each) => waiting(each, ctx))]),
  ...(news.length === 0 ? [] : [line(say`What is new:`, ...news.map((each) => change(each, ctx)))]),
  line(say`${command('/person due')} shows who comes up, ${command('/person help')} everything else.`),
]

const waiting = (
  { person, role, neverSpoken, dueOn }: Greeting['glad'][number],
  { today }: ViewContext,
): Part => {
  const since = dueOn === null || dueOn >= today ? 'since today' : `since ${plainDay(dueOn, today)}`
  const every = rhythm(person.rhythm)
  const facts = [
    neverSpoken ? 'nobody has spoken with them yet' : null,
    every === null ? null : `rhythm: ${every}`,
    since,
  ].filter((fact) => fact !== null)
  return row(
    [
      role === '' ? named(person.name) : say`${named(person.name)} · ${role}`,
      sentence(ours(facts.join(', '))),
    ],
    button('Card', actionIds.card, person.id),
  )
}

const change = (news: Greeting['news'][number], { today }: ViewContext): Words => {
  const { kind, person, role } = news
  const since = plainDay(news.on, today)
  if (kind === 'left') return say`${named(person.name)} is no longer ${role}, since ${since}.`
  const before = news.before === '' ? [] : say` Before that: ${news.before}.`
  return person.role === ''
    ? say`${named(person.name)} has something new to do, since ${since}.${before}`
    : say`${named(person.name)} is ${person.role} now, since ${since}.${before}`
}
