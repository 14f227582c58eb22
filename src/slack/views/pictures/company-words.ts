import type { CompanyPeople } from '../../../app/pictures/company-picture.js'
import type { AtCompany } from '../../../app/ports.js'
import { type TieKind, tieKinds, tiePhrases } from '../../../domain/tie.js'
import type { CompanyScene, FaceStanding } from '../../../pictures/layout/company-scene.js'
import { clip } from '../blocks.js'
import type { PictureWords } from './picture-words.js'

const standingOf = ({ whereabouts, spoken }: AtCompany): FaceStanding => {
  if (whereabouts === 'offstage') return 'offstage'
  return spoken ? 'met' : 'unspoken'
}

const standingWords: Readonly<Record<FaceStanding, string>> = {
  met: 'met',
  unspoken: 'not spoken to yet',
  offstage: 'offstage: not met',
}

const tieWords = Object.fromEntries(tieKinds.map((kind) => [kind, kind])) as Record<TieKind, string>

/** Of what somebody typed, as much as a picture and its words need. */
const shown = { name: 100, title: 80 }

export const companyScene = ({ company, counts, shown: people, ties, more }: CompanyPeople): CompanyScene => {
  const placeOf = new Map(people.map(({ personId }, i) => [personId, i]))
  return {
    title: clip(company.name, shown.name),
    subtitle: countWords(counts),
    faces: people.map((each) => ({
      name: each.name,
      title: each.titles[0] ?? '',
      standing: standingOf(each),
    })),
    ties: ties.flatMap(({ kind, personId, otherId }) => {
      const [from, to] = [placeOf.get(personId), placeOf.get(otherId)]
      return from === undefined || to === undefined ? [] : [{ kind, from, to }]
    }),
    more: more === 0 ? '' : `and ${more} more`,
    standingWords,
    tieWords,
    undrawnWords: (count) =>
      `${count === 1 ? 'One more tie' : `${count} more ties`} found no room here, and stand in the words.`,
  }
}

const countWords = ({ there, offstage }: CompanyPeople['counts']): string => {
  const here = there === 0 ? 'Nobody' : there === 1 ? 'One person' : `${there} people`
  return offstage === 0 ? `${here} there.` : `${here} there, and ${offstage} offstage.`
}

/** All that the picture shows, for whoever does not see it. */
export const companyWords = ({ company, counts, shown: people, ties, more }: CompanyPeople): PictureWords => {
  const names = new Map(people.map(({ personId, name }) => [personId, clip(name, shown.name)]))
  const groups = (['met', 'unspoken', 'offstage'] as const).flatMap((standing) => {
    const them = people.filter((each) => standingOf(each) === standing).map(whoWords)
    return them.length === 0 ? [] : [`${headed[standing]}: ${them.join('; ')}.`]
  })
  const tied = ties.map(
    ({ kind, personId, otherId }) =>
      `${names.get(personId) ?? ''} ${tiePhrases[kind]} ${names.get(otherId) ?? ''}`,
  )
  return {
    of: 'The people at',
    about: clip(company.name, shown.name),
    lines: [
      `The people at ${clip(company.name, shown.name)}: ${countWords(counts).replace(/^./u, (first) => first.toLowerCase())}`,
      ...groups,
      ...(more === 0 ? [] : [`And ${more} more.`]),
      ...(tied.length === 0 ? [] : [`How they stand to each other: ${tied.join('; ')}.`]),
    ],
  }
}

const headed: Readonly<Record<FaceStanding, string>> = {
  met: 'Met',
  unspoken: 'Not spoken to yet',
  offstage: 'Offstage, not met yet',
}

const whoWords = ({ name, titles: [title = ''] }: AtCompany): string =>
  title === '' ? clip(name, shown.name) : `${clip(name, shown.name)}, ${clip(title, shown.title)}`
