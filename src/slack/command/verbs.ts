import { editDistance, fold } from '../../domain/names.js'

/**
 * `who`: a person stands right after the verb; `needsText`: and something must follow. `example` is the command
 * without `/person`.
 */
type VerbLine = {
  readonly who: boolean
  readonly needsText: boolean
  readonly example: (who: string) => string
}

/** Every verb, one a line, in the order in which help shows them. */
export const verbs = {
  add: {
    who: false,
    needsText: false,
    example: () => 'add Frank Ortiz, facilities manager at Acme Lighting',
  },
  show: { who: true, needsText: false, example: (who) => `show ${who}` },
  note: {
    who: true,
    needsText: true,
    example: (who) => `note ${who}: proud of the team's safety record #feeling`,
  },
  heard: { who: true, needsText: true, example: (who) => `heard ${who}: my daughter starts at Ohio State` },
  met: { who: true, needsText: false, example: (who) => `met ${who} yesterday: walked the plant` },
  called: { who: true, needsText: false, example: (who) => `called ${who}: the lease ends in March` },
  emailed: { who: true, needsText: false, example: (who) => `emailed ${who} yesterday: sent the drawings` },
  messaged: { who: true, needsText: false, example: (who) => `messaged ${who}: wished a good start` },
  role: { who: true, needsText: true, example: (who) => `role ${who} VP operations at Globex since 1 nov` },
  left: { who: true, needsText: false, example: (who) => `left ${who}` },
  tie: { who: true, needsText: true, example: (who) => `tie ${who} reports to susan` },
  at: { who: false, needsText: true, example: () => 'at acme' },
  situation: {
    who: true,
    needsText: true,
    example: (who) => `situation ${who}: lease and energy costs; wants one vendor for both plants`,
  },
  ask: { who: true, needsText: true, example: (who) => `ask ${who}: what would the crew miss most?` },
  answered: { who: true, needsText: false, example: (who) => `answered ${who}: the light in hall two` },
  prefers: { who: true, needsText: true, example: (who) => `prefers ${who}: a call after 5` },
  promise: { who: true, needsText: true, example: (who) => `promise ${who} by friday: send the sample` },
  kept: { who: true, needsText: false, example: (who) => `kept ${who}` },
  step: {
    who: true,
    needsText: true,
    example: (who) => `step ${who} by 12 dec: measures the ceiling height`,
  },
  broke: { who: true, needsText: false, example: (who) => `broke ${who}` },
  date: { who: true, needsText: true, example: (who) => `date ${who} 14 march: birthday` },
  trigger: { who: true, needsText: true, example: (who) => `trigger ${who} 1 march: lease ends` },
  every: { who: true, needsText: true, example: (who) => `every ${who} 3 weeks` },
  due: { who: false, needsText: false, example: () => 'due' },
  find: { who: false, needsText: true, example: () => 'find concert' },
  words: { who: false, needsText: true, example: () => 'words price' },
  edit: { who: true, needsText: false, example: (who) => `edit ${who}` },
  home: { who: true, needsText: true, example: (who) => `home ${who} #channel` },
  hand: { who: true, needsText: true, example: (who) => `hand ${who} to @ana` },
  merge: { who: true, needsText: true, example: (who) => `merge ${who} and susan` },
  unmerge: { who: true, needsText: false, example: (who) => `unmerge ${who}` },
  read: { who: true, needsText: false, example: (who) => `read ${who}` },
  import: { who: false, needsText: false, example: () => 'import' },
  export: { who: true, needsText: false, example: (who) => `export ${who}` },
  forget: { who: true, needsText: false, example: (who) => `forget ${who}` },
  settings: { who: false, needsText: false, example: () => 'settings' },
  undo: { who: false, needsText: false, example: () => 'undo' },
  help: { who: false, needsText: false, example: () => 'help note' },
  hello: { who: false, needsText: false, example: () => '' },
} as const satisfies Record<string, VerbLine>

export type Verb = keyof typeof verbs

const all = Object.keys(verbs).filter((word): word is Verb => Object.hasOwn(verbs, word))

/** Whether a word, as typed, is a verb. */
export const isVerb = (word: string): word is Verb => Object.hasOwn(verbs, word)

/** The verb that a word as typed stands for: letter case and a `:`, `,` or stop behind it do not matter. */
export const verbOf = (word: string): Verb | null => {
  if (word.length > 40) return null
  const key = fold(word).replace(/[:,.!?]+$/, '')
  return isVerb(key) ? key : null
}

/** What people type who know other programs: offered, never done without a press. */
const elsewhere = new Map<string, readonly Verb[]>([
  ['delete', ['forget']],
  ['remove', ['forget']],
  ['search', ['find']],
  ['list', ['due']],
  ['new', ['add']],
  ['create', ['add']],
  ['said', ['heard']],
  ['talked', ['met', 'called']],
  ['spoke', ['met', 'called']],
  ['phoned', ['called']],
  ['wrote', ['emailed', 'messaged']],
  ['texted', ['messaged']],
  ['birthday', ['date']],
  ['rename', ['edit']],
  ['change', ['edit']],
  ['update', ['edit']],
  ['assign', ['hand']],
  ['move', ['home']],
  ['company', ['at']],
])

/** At most two verbs that a word may have meant: called so elsewhere, or mistyped, the nearest first. */
export const nearestVerbs = (word: string): readonly Verb[] => {
  const key = fold(word.slice(0, 40))
  return elsewhere.get(key) ?? mistyped(key)
}

const mistyped = (key: string): Verb[] =>
  all
    .filter((verb) => verb !== 'hello')
    .map((verb) => ({ verb, distance: editDistance(key, verb) }))
    .filter(({ verb, distance }) => distance <= mostWrong(key, verb))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 2)
    .map(({ verb }) => verb)

/** Two wrong letters of four say nothing, "dana" is not "date", unless they are but swapped or added. */
const mostWrong = (word: string, verb: Verb): number => {
  const shorter = Math.min(word.length, verb.length)
  if (verb.length <= 2 || word.length < 2) return 0
  const grown = shorter > 2 && (word.startsWith(verb) || verb.startsWith(word))
  return shorter > 4 || grown || letters(word) === letters(verb) ? 2 : 1
}
const letters = (word: string): string => [...word].sort().join('')
