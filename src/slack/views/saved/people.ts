import type { Moved } from '../../../app/people/change-home.js'
import type { Recognised } from '../../../app/people/recognise.js'
import type { RhythmSet } from '../../../app/people/set-rhythm.js'
import type { Person } from '../../../domain/person.js'
import type { Reply } from '../../answer.js'
import { notInChannelLine, type ViewContext } from '../context.js'
import { called, channel, command, joined, named, say, teammate, typed, type Words } from '../copy.js'
import { rhythm } from '../days.js'
import { nextTurn } from '../next-turn.js'
import { hint, line, page, quote } from '../page.js'
import type { RichPart } from '../rich-text.js'
import { saved } from './saved.js'

/** After `add`. */
export const introducedView = (
  person: Person,
  roleText: string,
  ctx: ViewContext,
  actId: string | null,
): Reply => {
  const { name, offstage } = person
  const who = roleText === '' ? named(name) : say`${named(name)}, ${roleText}`
  const first = offstage
    ? say`I will keep a place for ${who}. Once you know the name: ${command(`/person add Dana Cho${roleText === '' ? '' : `, ${roleText}`}`)}`
    : say`Good to know ${who}.`
  const wayToKeep = say`When they tell you something: ${command(`/person heard ${called(name)}: my daughter starts at Ohio State`)}`
  const turn =
    person.rhythm === 'never'
      ? []
      : [say`Nobody has spoken with them yet. ${nextTurn(person.firstDueOn, ctx.today)}`]
  const lines = [first, ...reach(person), ...turn, ...(offstage ? [] : [wayToKeep])]
  return saved(ctx, person, [line(...lines)], { actId, nudges: true })
}

/** After "yes, the same Frank". */
export const recognisedView = (
  { person, role }: Pick<Recognised, 'person' | 'role'>,
  ctx: ViewContext,
): Reply => {
  const said = line(say`${named(person.name)} it is. What was new about them is kept.`, ...reach(person))
  const entry = role === null ? null : ({ kind: 'role', id: role.id, home: role.home } as const)
  return saved(ctx, person, [said], { entry, nudges: true })
}

const reach = ({ addresses, slackUserId }: Person): Words[] => {
  const ways = [...addresses.map(typed), ...(slackUserId === null ? [] : [teammate(slackUserId)])]
  return ways.length === 0 ? [] : [say`Reached at ${joined(ways, ', ')}.`]
}

/** After `every`. */
export const rhythmView = ({ person, rhythm: every, dueOn }: RhythmSet, ctx: ViewContext): Reply => {
  const said = rhythm(every)
  const lines =
    said === null
      ? say`I will not bring up ${named(person.name)} any more. ${command(`/person every ${called(person.name)} 3 weeks`)} changes that.`
      : say`You mean to be in touch with ${named(person.name)} ${said}. ${nextTurn(dueOn, ctx.today)}`
  return saved(ctx, person, [line(lines)], { nudges: true })
}

/** After `home`. */
export const movedView = ({ person, place, left }: Moved, _ctx: ViewContext): Reply => {
  const { name } = person
  const where = place.channelId === null || place.seenBy.kind === 'you' ? null : channel(place.channelId)
  const lives =
    where === null
      ? say`${named(name)} is known to you alone now.`
      : say`${named(name)} lives in ${where} now.`
  const seenBy = {
    everyone: [say`Everyone in the workspace can see them, and nudges go there.`],
    members: where === null ? [] : [say`The members of ${where} can see them, and nudges go there.`],
    you: [say`Nudges go to you by DM.`],
  }[place.seenBy.kind]
  const stay =
    left === 1
      ? say`One thing known about them stays where it was typed, seen by those who saw it before.`
      : say`${String(left)} things known about them stay where they were typed, seen by those who saw them before.`
  const lines = [lives, ...seenBy, ...(left === 0 ? [] : [stay])]
  const unheard = notInChannelLine(place)
  return page([
    line(...lines),
    ...(unheard === null ? [] : [hint(unheard)]),
    hint(say`${command('/person undo')} takes it back.`),
  ])
}

/** After `hand`. */
export const handedView = (person: Person, toUserId: string, ctx: ViewContext): Reply => {
  const said =
    toUserId === ctx.userId
      ? say`You look after ${named(person.name)} now.`
      : say`${teammate(toUserId)} looks after ${named(person.name)} now.`
  return page([line(said), hint(say`${command('/person undo')} takes it back.`)])
}

/** After an edit form. `theirs`: what somebody else changed while it was open. */
export const correctedView = ({ name }: Pick<Person, 'name'>, theirs: readonly RichPart[]): Reply =>
  page([
    line(say`Put right: ${named(name)}.`),
    ...theirs.map((part) => ('quote' in part ? quote(part.quote) : line(...part.lines))),
    hint(say`${command('/person undo')} takes it back.`),
  ])
