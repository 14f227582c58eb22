import type { Told } from '../../domain/common-ground.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Role } from '../../domain/role.js'
import { type Tie, tiePhrases } from '../../domain/tie.js'
import { type Between, isFamily, type LastSpoke, type WarmWay } from '../../domain/warm-way.js'
import { clip } from './blocks.js'
import type { Reader } from './context.js'
import { joined, named, ours, say, teammate, typed, type Words } from './copy.js'
import { ago } from './days.js'
import { fromSource } from './from-source.js'
import { didWith } from './kinds.js'

/** Five ways must fit into the text that stands for the blocks. */
const shown = { name: 50, title: 60, words: 110 }
const fewest = 2

const short = (text: string): string => clip(text, shown.name)

/** One way: what it is, what shows it, and how to go it so that nobody is embarrassed. */
export const wayLines = (way: WarmWay, person: Between, reader: Reader): Words[] => {
  const them = typed(short(person.name))
  if (way.kind === 'teammate') {
    const { userId, spoke } = way
    return [
      say`${teammate(userId)} ${ours(didWith[spoke.kind])} ${them} ${ours(ago(spoke.on, reader.today))}.`,
      say`Ask ${teammate(userId)} how it went before you get in touch, so that nothing has to be said twice.`,
    ]
  }
  const { other, spoke } = way
  const through = typed(short(other.name))
  return [
    ...shows(way, person, reader),
    ...spokeLine(other, spoke, reader),
    advice(way, person.id, them, through),
  ]
}

type Through = Exclude<WarmWay, { readonly kind: 'teammate' }>

const shows = (way: Through, person: Between, reader: Reader): Words[] => {
  const them = typed(short(person.name))
  const through = named(short(way.other.name))
  switch (way.kind) {
    case 'tie':
      return [
        say`${tieWords(way.tie, person, way.other)}, as ${whoOf(way.tie.by, reader)} wrote down ${ours(ago(way.on, reader.today))}.`,
      ]
    case 'two-ties':
      return [
        say`${tieWords(way.far, way.by, way.other)}, and ${tieWords(way.near, person, way.by)}. No call or meeting with ${short(way.by.name)} is written down yet.`,
      ]
    case 'work': {
      const { theirs, others, sure, untilOn } = way.together
      const company = short(theirs.company)
      const years = say`${short(way.other.name)}: ${roleWords(others)}. ${them}: ${roleWords(theirs)}.`
      if (!sure)
        return [
          say`${through} was at ${company} too; nobody wrote down whether at the same time as ${them}.`,
          years,
        ]
      return untilOn === null
        ? [say`${through} works at ${company} with ${them}.`, years]
        : [say`${through} worked at ${company} with ${them} until ${ours(untilOn.slice(0, 4))}.`, years]
    }
    case 'ground':
      return [
        say`${through} and ${them} have ${short(way.mine.name)} in common.`,
        say`Of ${them}: ${saidWords(way.mine, reader.today)}. Of ${short(way.other.name)}: ${saidWords(way.theirs, reader.today)}.`,
      ]
  }
}

const tieWords = ({ kind, personId }: Tie, a: Between, b: Between): Words => {
  const [from, to] = personId === a.id ? [a, b] : [b, a]
  return say`${named(short(from.name))} ${ours(tiePhrases[kind])} ${named(short(to.name))}`
}

/** "buyer, 2015 to 2021", "facilities manager, since 2018", "buyer, now". */
const roleWords = ({ title, sinceOn, untilOn, source = null }: Role): Words => {
  const [since, until] = [sinceOn?.slice(0, 4), untilOn?.slice(0, 4)]
  const years =
    until === undefined
      ? since === undefined
        ? 'now'
        : `since ${since}`
      : since === undefined
        ? `until ${until}`
        : since === until
          ? since
          : `${since} to ${until}`
  const says = source === null ? [] : say`, ${fromSource(source)}, not confirmed`
  return title === '' ? say`${ours(years)}${says}` : say`${clip(title, shown.title)}, ${ours(years)}${says}`
}

const saidWords = ({ said, on }: Told, today: LocalDate): Words =>
  say`“${clip(said, shown.words)}” (${ours(ago(on, today))})`

const whoOf = (userId: string, reader: Reader): Words =>
  userId === reader.userId ? ours('you') : teammate(userId)

const spokeLine = (other: Between, spoke: LastSpoke | null, { today, userId }: Reader): Words[] => {
  if (spoke === null) return [say`No call or meeting with ${short(other.name)} is written down yet.`]
  const others = spoke.teammates.filter((each) => each !== userId).slice(0, fewest)
  const who = [...(spoke.teammates.includes(userId) ? [ours('You')] : []), ...others.map(teammate)]
  if (who.length === 0) return []
  return [
    say`${joined(who, ' and ')} ${ours(didWith[spoke.kind])} ${short(other.name)} ${ours(ago(spoke.on, today))}.`,
  ]
}

const advice = (way: Through, personId: string, them: Words, through: Words): Words => {
  switch (way.kind) {
    case 'tie':
      return tieAdvice(way.tie, personId, them, through)
    case 'two-ties':
      return say`Ask ${through} whether ${short(way.by.name)} would be glad of a call: one step at a time.`
    case 'work':
      return way.together.sure
        ? say`Ask ${through} how ${them} likes to be approached.`
        : say`Ask ${through} first whether they knew each other there.`
    case 'ground': {
      const what = short(way.mine.name)
      if (way.mine.kind === 'school')
        return say`Ask ${through} what ${what} is like, and wait until ${them} speaks of it.`
      const about = way.mine.kind === 'town' ? say`what is going on in ${what}` : say`about ${what}`
      return say`Ask ${through} ${about}, and you have something to ask ${them} besides business. What either told us stays with us.`
    }
  }
}

const tieAdvice = (tie: Tie, personId: string, them: Words, through: Words): Words => {
  const isFrom = tie.personId === personId
  if (isFamily(tie.kind)) return say`Send greetings when it fits, and no more: family is no go-between.`
  switch (tie.kind) {
    case 'introduced by':
      return isFrom
        ? say`Thank ${through} for it, and ask how ${them} likes to be approached.`
        : say`Tell ${them} what came of it: thanks are a good reason to write.`
    case 'friends with':
      return say`Ask ${through} what ${them} likes to talk about, and ask for nothing else.`
    case 'listens to':
      return isFrom
        ? say`Ask ${through} what ${them} would want to hear first, and let ${through} choose whether to speak of you.`
        : say`Ask ${through} what ${them} cares about; what you hear stays with you.`
    case 'reports to':
      return isFrom
        ? say`Tell ${through} first what it is about: nobody likes to be passed over.`
        : say`Ask ${through} when a good moment for ${them} would be, and do the asking yourself.`
    default:
      return say`Ask ${through} how ${them} likes to be approached, and when it suits.`
  }
}
