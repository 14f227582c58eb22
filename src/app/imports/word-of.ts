import { type Import, sourceOf } from '../../domain/import.js'
import type { ImportedContact } from '../../domain/imported-contact.js'
import type { Asker } from '../asker.js'
import type { Added, Fate } from '../ports.js'
import type { Hearing, Verdict } from '../role-changes/hearing.js'
import { sourceKeyOf } from './source-key.js'

/** What a row says of somebody's role. */
export const wordOf = (them: Import, asker: Asker, contact: ImportedContact, personId: string): Hearing => ({
  personId,
  home: them.home,
  by: them.by,
  at: asker.at,
  today: asker.today,
  zoneGiven: asker.zoneGiven,
  source: sourceOf(them),
  key: sourceKeyOf(contact),
  // An empty cell says nothing.
  title: contact.title === '' ? null : contact.title,
  company: contact.company === '' ? null : contact.company,
  observedAt: them.stagedAt,
  words: null,
  baseline: 'source',
  sure: 'certain',
})

/** What becomes of a row about somebody who is known. */
export const fateOf = (personId: string, verdict: Verdict, adds: readonly Added[]): Fate => {
  if (verdict.kind === 'change' || verdict.kind === 'ask') {
    const { was, is } = verdict.change
    return { outcome: verdict.kind === 'ask' ? 'asked' : 'changed', personId, was, is, adds }
  }
  if (adds.length > 0) return { outcome: 'changed', personId, was: null, is: null, adds }
  return { outcome: 'same', personId }
}
