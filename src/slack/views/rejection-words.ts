import type { Rejection } from '../../app/outcome.js'
import { channelOf } from '../../domain/audience.js'
import { tiePhrases } from '../../domain/tie.js'
import { builtOn } from './built-on.js'
import { called, channel, command, joined, ours, say, someName, teammate, type Words } from './copy.js'
import { longDay } from './days.js'
import { cannotLive, ownerNotThere } from './home-refusal.js'
import { importRefusal } from './import-refusal.js'
import { mergeRefusal } from './merge-refusal.js'
import { quoteRefusal } from './quote-refusal.js'
import { settingsRefusal } from './settings-refusal.js'
import { sketchRefusal } from './sketch-refusal.js'
import { whoIs } from './who-is.js'

/** Every expected refusal: one clear sentence, and the next command. */
export const rejectionWords = (why: Rejection): readonly Words[] => {
  switch (why.reason) {
    case 'person-gone':
      return [
        say`I can find no such person any more.`,
        say`${command('/person find frank')} looks for them, ${command('/person add Frank Ortiz')} introduces them.`,
      ]
    case 'entry-gone':
      return [
        say`That entry is no longer there: somebody removed it, or moved it where you do not see it.`,
        say`${command(`/person ${someName}`)} and “More” show what is known now.`,
      ]
    case 'not-yours':
      return [
        say`Only the owner of ${why.name}, whoever introduced them or wrote it, and workspace admins can do that.`,
        say`${command(`/person ${called(why.name)}`)} shows who the owner is.`,
      ]
    case 'nothing-held':
      return [
        say`${why.name} holds no role that could end.`,
        say`A new one: ${command(`/person role ${called(why.name)} VP operations at Globex`)}`,
      ]
    case 'role-known':
      return [
        say`${why.name} is ${why.role} already, so nothing changed.`,
        say`To put it right: ${command(`/person edit ${called(why.name)}`)}`,
      ]
    case 'known-wider':
      return knownWider(why)
    case 'cannot-see-person':
      return [
        say`${teammate(why.userId)} may not see ${why.name}, so I cannot hand them over.`,
        say`Move them first: ${command(`/person home ${called(why.name)} #channel`)}`,
      ]
    case 'not-a-teammate':
      return [
        say`${teammate(why.userId)} is ${ours(whoIs[why.standing])}, and only a full member of this workspace can look after somebody.`,
        say`Choose a teammate: ${command(`/person hand ${called(why.name)} to @ana`)}`,
      ]
    case 'cannot-live-there':
      return cannotLive(why)
    case 'owner-not-there':
      return ownerNotThere(why)
    case 'cannot-set':
    case 'set-meanwhile':
    case 'set-anew':
      return settingsRefusal(why)
    case 'nothing-to-undo':
      return [
        say`There is nothing of yours to take back.`,
        say`${command('/person frank')} shows what is known.`,
      ]
    case 'forgotten-for-good':
      return [
        say`The last thing you did was to have somebody forgotten, and that cannot be taken back.`,
        say`What you did before it: “More” on the card of whoever it was about, ${command('/person frank')}.`,
      ]
    case 'undone-already':
      return [say`That is taken back already.`, say`${command('/person frank')} shows what is known.`]
    case 'too-late-to-undo':
      return [say`That was more than a day ago, so I do not take it back on my own.`, byHand(why.name)]
    case 'built-on':
      return [
        builtOn(why.kind, why.by),
        why.kind === 'settings'
          ? say`To set it by hand: ${command('/person settings')}`
          : why.kind === 'sketch' || (why.kind === 'tried' && why.name === null)
            ? say`To put it right by hand: ${command('/persona')}`
            : byHand(why.name),
      ]
    case 'name-too-long':
      return [
        say`That name is longer than the ${counted(why.longest)} letters that I can keep.`,
        say`A shorter one: ${command('/person add Frank Ortiz, facilities manager at Acme Lighting')}`,
      ]
    case 'name-empty':
      return [
        say`A person needs a name.`,
        say`When you do not know it yet: ${command('/person add someone, CFO at Acme Lighting')}`,
      ]
    case 'preference-too-long':
      return [
        say`That is longer than the ${counted(why.longest)} letters that a nudge can hold of how ${why.name} likes to be reached.`,
        say`In short, and the rest as a note: ${command(`/person prefers ${called(why.name)} a call after 5`)}`,
      ]
    case 'day-passed':
      return [
        say`${ours(longDay(why.on))} has passed, so I did not keep that.`,
        say`A day that is still to come: ${command(`/person ${again[why.what](called(why.name))}`)}`,
      ]
    case 'known-already':
      return knownAlready(why)
    case 'nothing-open':
      return nothingOpen(why)
    case 'closed-already':
      return [
        say`${why.by === null ? ours('You') : teammate(why.by)} closed that ${ours(why.what)} with ${why.name} already, as ${ours(why.as === 'kept' ? 'kept' : 'not kept')}.`,
        say`${command(`/person ${called(why.name)}`)} shows how things stand.`,
      ]
    case 'tie-to-self':
      return [
        say`That is ${why.name} twice, and nobody is tied to themselves.`,
        say`Another name: ${command(`/person tie ${called(why.name)} reports to susan`)}`,
      ]
    case 'tie-known':
      return [
        say`${why.name} ${ours(tiePhrases[why.kind])} ${why.other}: that is known already, so nothing changed.`,
        say`${command(`/person ${called(why.name)}`)} and “More” put it right.`,
      ]
    case 'tie-circle':
      return tieCircle(why.names)
    case 'merge-with-self':
    case 'two-slack-users':
    case 'not-merged':
    case 'merge-gone':
      return mergeRefusal(why)
    case 'import-gone':
    case 'import-under-way':
    case 'import-empty':
    case 'row-decided':
      return importRefusal(why)
    case 'sketch-gone':
    case 'claim-gone':
    case 'claim-reworded':
    case 'sketch-known':
    case 'sketch-read-wider':
    case 'claim-known':
    case 'too-many-claims':
    case 'names-somebody':
      return sketchRefusal(why)
    case 'not-yours-to-quote':
    case 'quote-empty':
      return quoteRefusal(why)
    case 'text-too-long':
      return [
        say`That is longer than the ${counted(why.longest)} letters that I can keep in one note.`,
        say`Two notes hold it: ${command(`/person note ${someName} the first half`)}`,
      ]
    case 'changed-meanwhile':
      return [
        say`Somebody changed ${why.name} while the form was open, so I kept theirs and wrote nothing over it.`,
        say`To see it and try again: ${command(`/person edit ${called(why.name)}`)}`,
      ]
    case 'answered-already':
      return [
        why.by === null
          ? say`That about ${why.name} is answered already.`
          : say`${teammate(why.by)} answered that about ${why.name} already.`,
        say`${command(`/person ${called(why.name)}`)} shows how things stand.`,
      ]
    case 'reaction-off':
      return [
        say`Your reaction is off that message again, so I wrote nothing down.`,
        say`Put it on again, or type it: ${command('/person called frank: the lease ends in March')}`,
      ]
    case 'nothing-changed':
      return [say`That is how it was already, so nothing changed and nothing needs to be taken back.`]
    case 'repeated':
      return [say`That is done already.`, say`${command('/person undo')} takes it back.`]
  }
}

const byHand = (name: string | null): Words =>
  say`To put it right by hand: ${command(`/person edit ${name === null ? someName : called(name)}`)}, or “More” on the card.`

const knownWider = ({ name, home }: Extract<Rejection, { reason: 'known-wider' }>): readonly Words[] => {
  const channelId = channelOf(home)
  const there = channelId === null ? ours('where they were introduced') : say`in ${channel(channelId)}`
  return [
    say`More people know ${name} than can read here, so I did not add that.`,
    say`Type it ${there}, or keep it as a note: ${command(`/person note ${called(name)} new number: 555 0134`)}`,
  ]
}

const again = {
  promise: (who: string) => `promise ${who} by friday: send the sample`,
  step: (who: string) => `step ${who} by friday: measures the ceiling height`,
  date: (who: string) => `date ${who} 14 march: birthday`,
  trigger: (who: string) => `trigger ${who} 1 march: lease ends`,
}

const nothingOpen = ({ what, name }: Extract<Rejection, { reason: 'nothing-open' }>): readonly Words[] =>
  what === 'commitment'
    ? [
        say`No promise to ${name} and no step of theirs is open.`,
        say`A new one: ${command(`/person ${again.promise(called(name))}`)}`,
      ]
    : [
        say`No question to ${name} is open, so nothing changed.`,
        say`To keep what they said: ${command(`/person heard ${called(name)}: my daughter starts at Ohio State`)}`,
      ]

const knownAlready = ({ what, name }: Extract<Rejection, { reason: 'known-already' }>): readonly Words[] => {
  const shows = say`${command(`/person ${called(name)}`)} shows it, and “More” puts it right.`
  switch (what) {
    case 'promise':
    case 'step':
      return [
        what === 'promise'
          ? say`You promised ${name} that already, and it is open still, so nothing changed.`
          : say`That step of ${name} is known already, and open still, so nothing changed.`,
        say`${command(`/person kept ${called(name)}`)} closes it.`,
      ]
    case 'question':
      return [
        say`That is already to be asked of ${name}, so nothing changed.`,
        say`Once you know: ${command(`/person answered ${called(name)}: the light in hall two`)}`,
      ]
    case 'situation':
      return [say`That is the newest that is known of ${name} already, so nothing changed.`, shows]
    case 'date':
    case 'trigger':
      return [say`That day is known already for ${name}, so nothing changed.`, shows]
  }
}

/** More names than this in one sentence are not read. */
const mostNames = 6

const tieCircle = (names: readonly string[]): readonly Words[] => {
  const [first = '', second = '', ...others] = names
  const shown = others.length > mostNames ? [...others.slice(0, mostNames - 1), '…', first] : others
  const onward = joined(
    shown.map((name) => say`who reports to ${name}`),
    ', ',
  )
  return [
    say`${first} would report to ${second}, ${onward}: that goes round in a circle, so nothing changed.`,
    say`${command(`/person ${called(second)}`)} and “More” put right what is known.`,
  ]
}

const counted = (n: number): Words => ours(new Intl.NumberFormat('en').format(n))
