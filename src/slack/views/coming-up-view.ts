import type { ComingUp, Upcoming } from '../../app/people/coming-up.js'
import type { LocalDate } from '../../domain/local-time.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import { notInChannelLine, type ViewContext } from './context.js'
import { channel, command, joined, named, ours, say, type Words } from './copy.js'
import { day } from './days.js'
import { buttons, hint, line, type Part, page } from './page.js'

/** How far *Back* goes. */
const pageLength = 15

/** Who comes up, in what order, on which day. */
export const comingUpView = (coming: ComingUp, ctx: ViewContext): Reply => {
  const { people, offset, more } = coming
  if (people.length === 0 && offset === 0)
    return page([
      line(
        say`Nobody comes up as things stand.`,
        say`${command('/person add Frank Ortiz, facilities manager at Acme Lighting')} introduces somebody, ${command('/person every frank 3 weeks')} sets a rhythm.`,
      ),
    ])
  const unheard = notInChannelLine(ctx.place)
  return page([
    line(say`Who comes up, and when:`, ...people.map((each) => upcoming(each, ctx))),
    ...(unheard === null ? [] : [hint(unheard)]),
    ...pager(offset, people.length, more),
  ])
}

const upcoming = ({ person, role, on, channelId, why }: Upcoming, { today }: ViewContext): Words => {
  const who = role === '' ? named(person.name) : say`${named(person.name)} · ${role}`
  const when = on < today ? 'now' : day(on, today)
  const where = channelId === null ? ours('by DM') : say`in ${channel(channelId)}`
  return say`${who}: ${when}, ${where}${reasons(why, today)}`
}

const mostReasons = 3
const longest = 60

const reasons = (why: Upcoming['why'], today: LocalDate): Words => {
  if (why.length === 0) return ours('')
  const named = joined(
    why.slice(0, mostReasons).map((each) => reason(each, today)),
    ', ',
  )
  const more = why.length - mostReasons
  return say` (${named}${ours(more > 0 ? `, and ${more} more` : '')})`
}

/** "promise due Fri 27 Nov", "“lease ends” on Mon 1 Mar". */
const reason = ({ kind, text, on }: Upcoming['why'][number], today: LocalDate): Words => {
  const when = day(on, today)
  if (kind === 'promise') return ours(`promise due ${when.replace(/^on /, '')}`)
  if (kind === 'step') return ours(`their step due ${when.replace(/^on /, '')}`)
  return say`“${clip(text.replace(/\s+/gu, ' ').trim(), longest)}” ${ours(when)}`
}

const pager = (offset: number, count: number, more: boolean): Part[] => [
  ...(offset === 0
    ? []
    : [buttons([button('Back', actionIds.duePage, String(Math.max(0, offset - pageLength)))])]),
  ...(more
    ? [
        buttons(
          [button('Further on', actionIds.duePage, String(offset + count))],
          say`“Further on” shows who comes after.`,
        ),
      ]
    : []),
]
