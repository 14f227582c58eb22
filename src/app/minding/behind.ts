import type { Home } from '../../domain/audience.js'
import { plusDays } from '../../domain/local-time.js'
import { names } from '../../domain/mentions.js'
import { namesAlone } from '../../domain/names-alone.js'
import { unnamed } from '../../domain/person.js'
import { companyKey } from '../../domain/role.js'
import { type Asker, scopeOf } from '../asker.js'
import type { PersonName, Stores, UnitOfWork } from '../ports.js'
import { aboutWhom, keysIn, type ReactedMessage, type Said } from '../reactions/about-whom.js'

/** The people behind a word, as far as its author may see them: a handful. */
export type Behind =
  | { readonly by: 'name'; readonly people: readonly PersonName[] }
  | { readonly by: 'company'; readonly company: string; readonly people: readonly PersonName[] }
  /** Nobody was named: some whom this channel knows of lately. */
  | { readonly by: 'channel'; readonly people: readonly PersonName[] }

export type SpokenMessage = Pick<Said, 'ts' | 'text' | 'links'> & { readonly channelId: string }

const handful = 5
const latelyDays = 90
/** A shorter name of a company may be any word. */
const shortestCompany = 3
const mostCompanies = 3

/**
 * Those named in a message, or where its thread began; else those at a company named in it; else some whom the channel knows
 * of lately. Null where there is nobody: a word about nobody is left alone. `rootOf` asks Slack, and only when it has to.
 */
export const peopleBehind = async (
  uow: UnitOfWork,
  asker: Asker,
  message: SpokenMessage,
  rootOf: () => Promise<Said | null>,
): Promise<Behind | null> => {
  const inMessage = await namedIn(uow, asker, { ...message, authorId: null, root: null })
  if (inMessage.length > 0) return { by: 'name', people: inMessage }
  const root = await rootOf()
  const inThread =
    root === null
      ? []
      : await namedIn(uow, asker, { ...message, authorId: null, root: { ...root, authorId: null } })
  if (inThread.length > 0) return { by: 'name', people: inThread }
  return uow.read(
    scopeOf(asker),
    async (stores) =>
      (await atCompany(stores, message.text)) ?? (await knownLately(stores, asker, asker.place.home)),
  )
}

/** Beyond doubt, or by a first or last name that nobody else has and that is written like one. */
const namedIn = async (uow: UnitOfWork, asker: Asker, message: ReactedMessage): Promise<PersonName[]> => {
  const { certain, possible } = await aboutWhom(uow, asker, message)
  const alone = possible.filter(({ name }) => names(message.text, namesAlone([name]).telling))
  const onlyOne = alone.filter((person) =>
    alone.every((other) => other === person || !isAlike(person, other)),
  )
  return [...certain, ...onlyOne].filter(({ name }) => name !== unnamed).slice(0, handful)
}

const isAlike = (one: PersonName, other: PersonName): boolean => {
  const words = new Set(namesAlone([one.name]).telling.map(({ text }) => text))
  return namesAlone([other.name]).telling.some(({ text }) => words.has(text))
}

const atCompany = async (stores: Stores, text: string): Promise<Behind | null> => {
  for (const { key, name } of await companiesIn(stores, text)) {
    const there = await stores.companies.people(key, { limit: handful, offset: 0 })
    const ids = there.filter(({ whereabouts }) => whereabouts !== 'gone').map(({ personId }) => personId)
    const people = (await stores.people.names(ids)).filter((person) => person.name !== unnamed)
    if (people.length > 0) return { by: 'company', company: name, people }
  }
  return null
}

/** By their whole name, or, after *at* or *from*, by its beginning where one company alone begins so. */
const companiesIn = async ({ companies }: Stores, text: string) => {
  const keys = keysIn(text)
    .map(companyKey)
    .filter((key) => key.length >= shortestCompany)
  const whole = (await companies.called(keys)).filter(({ name }) => isWrittenIn(text, name))
  const begun = []
  for (const [, word = ''] of [...text.matchAll(afterAt)].slice(0, mostCompanies)) {
    const found = await companies.beginning(`${companyKey(word)} `, 2)
    if (found.length === 1) begun.push(...found)
  }
  return [...whole, ...begun].slice(0, mostCompanies)
}
const afterAt = /(?<![\p{L}\p{N}])(?:at|from|with)[ \t]+(\p{Lu}[\p{L}\p{N}&-]{2,})/gu

/** A company that is called by one word is meant where that is written as it writes itself: `Target`, and no target. */
const isWrittenIn = (text: string, name: string): boolean =>
  companyKey(name).includes(' ') || text.includes(name.trim().split(/[\s,.]/u)[0] ?? name)

const knownLately = async ({ people }: Stores, asker: Asker, home: Home): Promise<Behind | null> => {
  const lately = await people.latelyIn(home, plusDays(asker.today, -latelyDays), 3)
  return lately.length === 0 ? null : { by: 'channel', people: lately }
}
