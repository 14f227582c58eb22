import { showPerson } from '../../app/people/show-person.js'
import type { PersonName } from '../../app/ports.js'
import { isReadingOff, whoSigned } from '../../app/sources/hear-pasted.js'
import { addressKey } from '../../domain/names.js'
import type { Person } from '../../domain/person.js'
import { type Reading, readPasted } from '../../domain/reading/reading.js'
import { type Answer, modal, reply } from '../answer.js'
import { formMetadata } from '../forms/metadata.js'
import { fitsChoice, openPasteView, pasteForm, readingOffView, understoodForm } from '../views/read-form.js'
import { isAsWide } from '../views/seen-wider.js'
import { type Bot, type Turn, viewContext } from './bot.js'
import { putAside } from './drafts.js'

/** `read`: a form to paste into. Slack opens forms from commands and buttons alone, so a message gets a button. */
export const openPaste = async (bot: Bot, turn: Turn, person: PersonName | null): Promise<Answer> => {
  if (await isReadingOff(bot, turn.asker)) return reply(readingOffView())
  if (turn.triggerId === null) return reply(openPasteView(person))
  return modal(pasteForm(person, formMetadata(turn, { personId: person?.id ?? '' })))
}

export type ToRead = {
  readonly text: string
  /** Null where it says itself whose it is, or the form asks. */
  readonly about: PersonName | null
  /** When it was written, where that is known. */
  readonly writtenAt: string | null
  readonly inView: boolean
}

/** The form with what was understood, or the sentence that says why nothing was. */
export const openUnderstood = async (
  bot: Bot,
  turn: Turn,
  { text, about, writtenAt, inView }: ToRead,
): Promise<Answer | { readonly complaint: string }> => {
  // The form may have been open when an admin switched it off.
  if (await isReadingOff(bot, turn.asker))
    return { complaint: 'An admin of this workspace has switched reading off, in the settings.' }
  const reading = readPasted(text)
  if (reading.kind === 'away')
    return { complaint: 'That says that they are away for a while, and nothing about a role.' }
  if (reading.kind === 'unclear')
    return {
      complaint:
        'I find neither a signature nor an automatic reply in this. A name, and below it a title and a company, is what I look for.',
    }
  // In an automatic reply the addresses are those of somebody else.
  const found = reading.kind === 'left' ? [] : reading.addresses
  const name = reading.kind === 'address-changed' ? null : reading.name
  const likely = about === null ? await whoSigned(bot.uow, turn.asker, { name, addresses: found }) : null
  const whose = await personOf(bot, turn, about ?? likely)
  const known = new Set(whose?.addresses.map(addressKey))
  const addresses = foundIn(reading).filter(
    (address) => fitsChoice(address) && !known.has(addressKey(address)),
  )
  // How somebody is reached has no home of its own: more may see it than read here.
  const isSeenWider = !isAsWide(viewContext(turn), whose?.home ?? null)
  const seenId = await putAside(bot, turn, { kind: 'reading', text, writtenAt, isSeenWider })
  const metadata = formMetadata(turn, {
    personId: about?.id ?? '',
    seenId,
    ...(inView ? { inView: true } : {}),
  })
  const few = addresses.slice(0, mostAddresses)
  return modal(understoodForm({ reading, text, about, likely, addresses: few, isSeenWider }, metadata))
}
/** Slack shows no more in one field. */
const mostAddresses = 10

/** The ways to reach them that a text names, to be kept or not. */
export const foundIn = (reading: Reading): readonly string[] => {
  if (reading.kind === 'signature') return [...reading.addresses, ...reading.phones]
  return reading.kind === 'address-changed' ? reading.addresses : []
}

const personOf = async (bot: Bot, turn: Turn, person: PersonName | null): Promise<Person | null> => {
  const outcome = person === null ? null : await showPerson(bot.uow, turn.asker, person.id)
  return outcome?.ok ? outcome.value : null
}
