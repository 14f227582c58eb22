import type { Closed } from '../../../app/commitments/close-commitment.js'
import type { Committed } from '../../../app/commitments/commit.js'
import type { LocalDate } from '../../../domain/local-time.js'
import type { Reply } from '../../answer.js'
import type { ViewContext } from '../context.js'
import { called, command, named, ours, say, type Words } from '../copy.js'
import { day, fullDay } from '../days.js'
import { line } from '../page.js'
import { inShort } from './in-short.js'
import { saved } from './saved.js'

/** After `promise` and `step`. */
export const committedView = ({ person, commitment, raisedOn }: Committed, ctx: ViewContext): Reply => {
  const { kind, text, dueOn } = commitment
  const who = named(person.name)
  const by = ours(dueOn === null ? ', without a day' : `, by ${fullDay(dueOn, ctx.today)}`)
  const said = kind === 'promise' ? say`You promised ${who}${by}:` : say`The next step of ${who}${by}:`
  const entry = { kind: 'commitment', id: commitment.id, home: commitment.home } as const
  const then = say`${raised(raisedOn, ctx.today)} ${closing(person.name)}`
  return saved(ctx, person, [line(said), ...inShort(text), line(then)], { entry, nudges: raisedOn !== null })
}

const raised = (raisedOn: LocalDate | null, today: LocalDate): Words => {
  if (raisedOn === null) return say`It is kept, and I will not ask.`
  return raisedOn <= today
    ? say`That is soon: I bring it up on the next working morning.`
    : say`I bring it up ${ours(day(raisedOn, today))}.`
}

const closing = (name: string): Words =>
  say`${command(`/person kept ${called(name)}`)} closes it, and so does ${command(`/person broke ${called(name)}`)}.`

/** After `kept` and `broke`. */
export const closedView = ({ person, commitment }: Closed, ctx: ViewContext): Reply => {
  const { id, kind, text, home, by, closed } = commitment
  const who = named(person.name)
  const isKept = closed?.as === 'kept'
  const said =
    kind === 'promise'
      ? say`The promise to ${who} is ${ours(isKept ? 'kept' : 'closed, and was not kept')}:`
      : say`The step of ${who} is ${ours(isKept ? 'done' : 'closed, and was not done')}:`
  const entry = by === ctx.userId ? ({ kind: 'commitment', id, home } as const) : null
  return saved(ctx, person, [line(said), ...inShort(text)], { entry, seenIn: home })
}
