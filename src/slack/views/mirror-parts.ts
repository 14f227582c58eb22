import type { MirrorShown } from '../../app/home/mirror.js'
import type { Mirror, Suggestion } from '../../domain/mirror.js'
import { actionIds } from '../action-ids.js'
import { button } from './blocks.js'
import { command, ours, say, type Words } from './copy.js'
import { buttons, heading, hint, line, type Part } from './page.js'

/** One's own mirror on one's own Home; off, a button alone. */
export const mirrorParts = (shown: MirrorShown): Part[] => {
  if (shown.kind === 'off') return [buttons([button('Show my mirror', actionIds.mirrorOn, 'on')])]
  return [
    heading('Your mirror'),
    ...(shown.kind === 'few' ? [line(tooFew)] : [line(...mirrorWords(shown.mirror))]),
    hint(say`Only you see this. I work it out when you look, and keep it nowhere.`),
    buttons([button('Put it away', actionIds.mirrorOff, 'off')]),
  ]
}

const tooFew = say`I know of too few conversations of yours yet to say anything fair.`

const mirrorWords = ({ of, asked, heard, told, suggestion }: Mirror): Words[] => [
  say`Of your last ${ours(String(of))} conversations: you asked something in ${ours(some(asked, of))}, and kept their own words from ${ours(some(heard, of))}.`,
  ...(told === 0
    ? []
    : [say`Of ${ours(some(told, of))}, only our side is written down; maybe there was more.`]),
  suggestions[suggestion],
]

const some = (n: number, of: number): string => {
  if (n === of) return 'all of them'
  return n === 0 ? 'none' : String(n)
}

const suggestions: Readonly<Record<Suggestion, Words>> = {
  'keep-words': say`Something to try: keep one sentence next time just as they said it, with ${command('/person heard NAME: ...')}`,
  'bring-a-question': say`Something to try: think of one thing you would love to know before you talk, with ${command('/person ask NAME: ...')}`,
  'pass-it-on': say`You listen well. Something to try: tell the team what surprised you most.`,
}
