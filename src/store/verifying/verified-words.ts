import { groupBy } from '../../domain/group-by.js'
import { type Check, checks, type Finding } from './finding.js'
import type { VerifiedDatabase } from './verify-database.js'

/** What was found, as lines for whoever runs the program: counts, and nothing that anybody typed. */
export const verifiedWords = (verified: VerifiedDatabase): string => {
  const { where, findings, isEarlier } = verified
  const found = groupBy(findings, ({ check }) => check)
  const looked = checks.filter((check) => !isEarlier || check === 'file' || check === 'references')
  const lines = looked.flatMap((check) => linesOf(check, found.get(check) ?? [], verified))
  const end = findings.length === 0 ? 'All of it agrees.' : `What does not agree: ${findings.length}.`
  const earlier =
    'It is of an earlier version: the journal and the search can be looked at once the bot has been started with it.'
  return [where, ...lines, ...(isEarlier ? [earlier] : []), end].join('\n')
}

const titles: Readonly<Record<Check, string>> = {
  file: 'the file holds together',
  references: 'whatever is named is there',
  acts: 'the acts are all there',
  journal: 'the journal adds up to the rows',
  derived: 'what follows from the rows stands as it follows',
  search: 'the search index has what the rows say',
  installations: 'who added the bot to Slack is known whole',
}

const linesOf = (
  check: Check,
  findings: readonly Finding[],
  { counts, isEarlier }: VerifiedDatabase,
): readonly string[] => {
  const seen: Readonly<Record<Check, string>> = {
    file: '',
    references: '',
    acts: some(counts.acts, 'act'),
    journal: `${some(counts.changes, 'change')} of ${some(counts.rows, 'row')}`,
    derived: some(counts.people, 'person', 'people'),
    search: some(counts.entries, 'entry', 'entries'),
    installations: some(counts.installations, 'installation'),
  }
  const count = isEarlier || seen[check] === '' ? '' : ` (${seen[check]})`
  const alike = groupBy(findings, ({ table, says }) => `${table} ${says.replace(/ \(act \d+\)$/, '')}`)
  return [
    `  ${findings.length === 0 ? 'yes' : 'NO '}  ${titles[check]}${count}`,
    ...[...alike].map(([says, each]) => `         ${each.length} × ${says}`),
  ]
}

const some = (n: number, one: string, more = `${one}s`): string =>
  `${new Intl.NumberFormat('en').format(n)} ${n === 1 ? one : more}`
