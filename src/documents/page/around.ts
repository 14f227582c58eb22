import type { PersonExport } from '../../app/export/export-person.js'
import type { News } from '../../domain/news.js'
import { roleText } from '../../domain/role.js'
import type { Tie, TieKind } from '../../domain/tie.js'
import { type Html, html, typed } from './html.js'
import { longDate } from './long-dates.js'
import { list, type Section, source, writtenBy } from './section.js'

/** How a tie reads to the person at one end of it: with the other behind it, or in front of it. */
const toYou: Readonly<Record<TieKind, { readonly from: string; readonly to: string }>> = {
  'reports to': { from: 'You report to', to: 'reports to you' },
  'introduced by': { from: 'You were introduced by', to: 'was introduced by you' },
  'married to': { from: 'You are married to', to: 'is married to you' },
  'listens to': { from: 'You listen to', to: 'listens to you' },
  'works with': { from: 'You work with', to: 'works with you' },
  'related to': { from: 'You are related to', to: 'is related to you' },
  'friends with': { from: 'You are friends with', to: 'is friends with you' },
}

/** How they stand to others whom we know. */
export const aroundYou = (known: PersonExport): Section => ({
  id: 'people',
  title: 'The people around you',
  body: list(
    known.dossier.ties.map((tie) => html`<p>${tieText(known, tie)}.</p>${source(writtenBy(known, tie))}`),
  ),
})

const tieText = ({ dossier }: PersonExport, { kind, personId, otherId }: Tie): Html => {
  const outward = personId === dossier.person.id
  const other = typed(dossier.people.get(outward ? otherId : personId) ?? 'somebody')
  return outward ? html`${toYou[kind].from} ${other}` : html`${other} ${toYou[kind].to}`
}

/** What the team heard about new roles, and roles that ended. */
export const changesOfRole = (known: PersonExport): Section => ({
  id: 'changes',
  title: 'What we heard about changes in your work',
  body: list(
    known.dossier.news.map(
      (news) => html`<p>${newsText(known, news)}.</p>${source(writtenBy(known, news, news.on))}`,
    ),
  ),
})

const newsText = ({ dossier }: PersonExport, { kind, on, roleId }: News): Html => {
  const role = dossier.roles.find(({ id }) => id === roleId)
  const what = role === undefined ? html`a role` : typed(roleText(role))
  return kind === 'left'
    ? html`You left on ${longDate(on)}: ${what}`
    : html`You began something new on ${longDate(on)}: ${what}`
}
