import { chance } from '../people/chance.js'
import { teammate } from '../people/life.js'
import {
  commonGivenName,
  commonWord,
  companyOf,
  nameOf,
  rareWord,
  secondWord,
  textOf,
} from '../people/vocabulary.js'
import { command, type Delivery, homeOpened, reaction, typeAhead } from './deliveries.js'

/** What is measured: one thing that a teammate does, over and over, and how one knows that it was done. */
export type Case = {
  readonly name: string
  /** The `nth` of them, where so many people are known. */
  readonly next: (nth: number, people: number, at: Surroundings) => Delivery
  /** What the answer has in it; for an event, the call by which it shows. */
  readonly shows: RegExp
  /** The method of Slack's by which the answer to an event comes. */
  readonly answersBy?: string
  /** No more of them, since they take long. */
  readonly atMost?: number
  /** It is refused, and with this status. */
  readonly refusedWith?: number
}
export type Surroundings = { readonly responseUrl: string; readonly nowMs: () => number }

/** Somebody who has a name that nobody else has: each time another. */
const somebody = (nth: number, people: number): string =>
  nameOf((chance(nth, 30) % Math.floor(people / 100)) * 100)
const givenNameOf = (name: string): string => name.split(' ')[0] ?? ''
/** In either name two letters have changed places. */
const misspelt = (name: string): string => name.split(' ').map(swapped).join(' ')
const swapped = (word: string): string =>
  `${word.slice(0, 2)}${word[3] ?? ''}${word[2] ?? ''}${word.slice(4)}`

const typed =
  (text: (nth: number, people: number) => string): Case['next'] =>
  (nth, people, { responseUrl }) =>
    command(text(nth, people), responseUrl)

/** What is typed most, and held to the floor. */
export const whoCase: Case = {
  name: '/person WHO, whole name',
  next: typed(somebody),
  shows: /notes?|talks?|Note/,
}
export const heldToFloor: readonly string[] = [whoCase.name, '/person note', '/person met']

export const cases: readonly Case[] = [
  whoCase,
  {
    name: '/person WHO, given name',
    next: typed((nth, people) => givenNameOf(somebody(nth, people))),
    shows: /Note/,
  },
  {
    name: '/person WHO, two in a hundred are called so',
    next: typed(() => commonGivenName),
    shows: /Which|mean/,
  },
  {
    name: '/person WHO, misspelt',
    next: typed((nth, people) => misspelt(somebody(nth, people))),
    shows: /mean|Nobody|nobody/,
  },
  {
    name: 'Home',
    next: (nth) => homeOpened(teammate(nth % 10)),
    shows: /./,
    answersBy: 'views.publish',
  },
  {
    name: 'reaction on a message of 500 words',
    next: (nth, _people, { nowMs }) => reaction(teammate(nth % 10), 'memo', nowMs()),
    shows: /./,
    answersBy: 'chat.postEphemeral',
  },
  {
    name: '/person note',
    next: typed((nth, people) => `note ${somebody(nth, people)}: % ${textOf(nth)}`),
    shows: /Noted|noted|Saved|Got it|“/,
  },
  {
    name: '/person met',
    next: typed((nth, people) => `met ${somebody(nth, people)}: % ${textOf(nth)}`),
    shows: /met/i,
  },
  { name: '/person find, rare word', next: typed(() => `find ${rareWord}`), shows: /quartzite/ },
  {
    name: '/person find, common word',
    next: typed(() => `find ${commonWord}`),
    shows: new RegExp(commonWord),
  },
  {
    name: '/person find, two words',
    next: typed(() => `find ${commonWord} ${secondWord}`),
    shows: /find|found|Nothing|nothing|“/,
  },
  { name: '/person find, one letter', next: typed(() => 'find b'), shows: /./ },
  { name: '/person find, a wildcard', next: typed(() => 'find *'), shows: /./ },
  {
    name: '/person with 960,000 letters',
    next: typed(() => `note ${'frank '.repeat(160_000)}`),
    shows: /./,
    atMost: 15,
  },
  // More than a million bytes are not read (`signed-requests.ts`).
  {
    name: '/person with a million letters, refused',
    next: typed(() => `note ${'frank '.repeat(170_000)}`),
    shows: /./,
    atMost: 10,
    refusedWith: 413,
  },
  { name: '/person due', next: typed(() => 'due'), shows: /./ },
  {
    name: '/person at COMPANY',
    next: typed((nth, people) => `at ${companyOf(chance(nth, 31) % people)}`),
    shows: /./,
  },
  { name: 'type-ahead, one letter', next: () => typeAhead('b'), shows: /options/ },
  { name: 'type-ahead, three letters', next: () => typeAhead('fra'), shows: /Frank/ },
  {
    name: 'type-ahead, name and last name',
    next: (nth, people) => typeAhead(somebody(nth, people)),
    shows: /"value"/,
  },
]

/** A message in which one person is named among so many words. */
export const longMessage = (words: number, nth: number, people: number): string => {
  const texts = Array.from({ length: Math.ceil(words / 8) }, (_, n) => textOf(nth * 1_000 + n))
  const all = texts
    .join(' ')
    .split(' ')
    .slice(0, words - 2)
  return `${all.slice(0, 100).join(' ')} ${somebody(nth, people)} ${all.slice(100).join(' ')}`
}
