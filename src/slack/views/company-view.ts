import {
  type Colleague,
  type CompanyPage,
  type PeopleAt,
  peopleOnAPage,
} from '../../app/companies/people-at.js'
import type { CompanyName, Whereabouts } from '../../app/ports.js'
import { daysBetween, type LocalDate } from '../../domain/local-time.js'
import { situationHoldsForDays } from '../../domain/note.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import { andMore } from './card-text.js'
import type { Reader } from './context.js'
import { command, joined, named, ours, say, sentence, typed, type Words } from './copy.js'
import { ago, plainDay } from './days.js'
import { buttons, heading, hint, line, type Part, page, row } from './page.js'

/** Eight people must fit into the text that stands for the blocks. */
const shown = { name: 60, title: 70, situation: 130, tie: 40 }
const fewest = 2

/** `at COMPANY`: the people there side by side; or which company was meant. `looked` is what was typed. */
export const companyView = (found: PeopleAt, looked: string, reader: Reader): Reply => {
  if (found.kind === 'unknown') return unknownView(found.near, looked)
  if (found.kind === 'several') return severalView(found, looked)
  return peopleView(found.page, reader)
}

const unknownView = (near: readonly CompanyName[], looked: string): Reply => {
  const company = clip(looked.trim(), shown.name)
  const sentence = company === '' ? say`I know of nobody there.` : say`I know of nobody at “${company}”.`
  return page([
    line(sentence, ...(near.length === 0 ? [] : [say`Did you mean one of these?`])),
    ...near.map(companyRow),
    hint(
      say`${command(`/person add Dana Cho, CFO at ${typeable(looked.trim())}`)} introduces somebody there.`,
    ),
  ])
}

const severalView = ({ companies, more }: Extract<PeopleAt, { kind: 'several' }>, looked: string): Reply =>
  page([
    line(
      say`Several companies begin with “${clip(looked.trim(), shown.name)}”. Which one?`,
      ...(more ? [say`These are the first; typing more of the name finds the others.`] : []),
    ),
    ...companies.map(companyRow),
  ])

const companyRow = ({ key, name, people }: CompanyName): Part =>
  row(
    [say`${named(clip(name, shown.name))} · ${ours(people === 1 ? 'one person' : `${people} people`)}`],
    button('Show', actionIds.companyPage, `0:${key}`),
  )

/** A company's name as it can stand in a command. */
const typeable = (company: string): string =>
  company === '' || company.length > shown.name || /[`\n]/u.test(company) ? 'Acme Lighting' : company

const peopleView = (model: CompanyPage, reader: Reader): Reply => {
  const { company, alike, offset, people, more, onlyVoice } = model
  const { there, offstage } = model.counts
  const only = say`As far as I know here, ${named(clip(onlyVoice ?? '', shown.name))} is the only one there who has ever been spoken to.`
  return page([
    heading(clip(company.name, shown.name)),
    line(countLine(model), ...(onlyVoice === null ? [] : [only])),
    ...people.flatMap((each, i) => [
      ...(each.whereabouts === people[i - 1]?.whereabouts ? [] : [line(ours(groups[each.whereabouts]))]),
      row(colleagueLines(each, reader), button('Card', actionIds.card, each.personId)),
    ]),
    ...pager(company.key, offset, people.length, more),
    ...(company.key === '' || there + offstage === 0 ? [] : [pictureButton(company.key)]),
    ...(alike.length === 0 ? [] : [hint(alikeLine(alike))]),
    hint(
      say`${command(`/person add Dana Cho, CFO at ${typeable(company.name)}`)} introduces somebody there.`,
    ),
  ])
}

const pictureButton = (key: string): Part =>
  buttons(
    [button('As a picture', actionIds.companyPicture, key)],
    say`“As a picture” shows them with their ties.`,
  )

const groups: Record<Whereabouts, string> = {
  there: 'There now:',
  offstage: 'Offstage, not met yet:',
  gone: 'No longer there:',
}

const countLine = ({ counts: { there, offstage, gone } }: CompanyPage): Words => {
  const parts = [
    `${there === 1 ? 'One person' : `${there === 0 ? 'Nobody' : `${there} people`}`} there now`,
    ...(offstage === 0 ? [] : [`${offstage} whom nobody has met yet`]),
    ...(gone === 0 ? [] : [`${gone} no longer there`]),
  ]
  return ours(`${parts.join(', ')}.`)
}

const alikeLine = (alike: readonly CompanyName[]): Words =>
  say`Others begin so too: ${joined(
    alike.map(({ name }) => typed(clip(name, shown.name))),
    ', ',
  )}.`

const colleagueLines = (each: Colleague, { today }: Reader): Words[] => [
  whoLine(each, today),
  ...(each.situation === null ? [] : [situationLine(each.situation.text, each.situation.on, today)]),
  ...(each.ties.length === 0 ? [] : [tieLine(each)]),
]

const whoLine = (each: Colleague, today: LocalDate): Words => {
  const who = named(clip(each.name, shown.name))
  const titles = joined(
    each.titles.slice(0, fewest).map((title) => typed(clip(title, shown.title))),
    ', ',
  )
  const does = titles.length === 0 ? [] : say` · ${titles}${andMore(each.titles.length, fewest)}`
  if (each.untilOn !== null) {
    const until = ours(`${does.length === 0 ? ' · there' : ''} until ${plainDay(each.untilOn, today)}`)
    const now =
      each.now === '' ? ours('I do not know where they are now') : say`now ${clip(each.now, shown.title)}`
    return say`${who}${does}${until} · ${now}`
  }
  const silent = each.whereabouts === 'there' && !each.spoken ? ' · not spoken to yet' : ''
  return say`${who}${does}${ours(silent)}`
}

const situationLine = (text: string, on: LocalDate, today: LocalDate): Words => {
  const isOld = daysBetween(on, today) > situationHoldsForDays
  const when = isOld ? ` ${ago(on, today)}, check that it still holds` : ''
  return say`Going on for them${ours(when)}: ${clip(text, shown.situation)}`
}

/** "Reports to Susan Reyes · married to Tom Hale". */
const tieLine = ({ ties }: Colleague): Words => {
  const said = ties.slice(0, fewest).map(({ kind, other }) => say`${ours(kind)} ${clip(other, shown.tie)}`)
  return say`${sentence(joined(said, ' · '))}${andMore(ties.length, fewest)}`
}

const pager = (key: string, offset: number, count: number, more: boolean): Part[] => [
  ...(offset === 0
    ? []
    : [buttons([button('Back', actionIds.companyPage, `${Math.max(0, offset - peopleOnAPage)}:${key}`)])]),
  ...(more
    ? [
        buttons(
          [button('More people', actionIds.companyPage, `${offset + count}:${key}`)],
          say`“More people” shows the rest.`,
        ),
      ]
    : []),
]
