import type { KnownBlock, ModalView } from '@slack/types'
import type { AnyEntry } from '../../app/entries/entry.js'
import { type EntryFields, fieldsOf } from '../../app/entries/fields.js'
import type { ShownEntry } from '../../app/entries/show-entry.js'
import { type Changed, filledAgain } from '../../domain/meanwhile.js'
import { formIds } from '../action-ids.js'
import { actions } from './blocks.js'
import type { ViewContext } from './context.js'
import { named, say, type Words } from './copy.js'
import { entryFields } from './entry-fields.js'
import { fitsInput, form, words } from './form-inputs.js'
import { meanwhileNotice } from './meanwhile-view.js'
import { quoteButton } from './quote-view.js'
import { seenWiderLine } from './seen-wider.js'
import { tooLong } from './too-long-view.js'

/** One entry, to put right. */
export const editEntryForm = (shown: ShownEntry, metadata: string, ctx: ViewContext): ModalView => {
  const fields = fieldsOf(shown.found)
  const texts = textsIn(fields)
  if (!texts.every(fitsInput)) return tooLong(texts.join('\n'), shown.person, verbOf(shown.found))
  return entryForm(shown, fields, metadata, ctx, [])
}

/** The same form, with what was typed still in it, after somebody else changed the entry meanwhile. */
export const entryFormAgain = (
  shown: ShownEntry,
  typed: EntryFields,
  changed: Changed,
  metadata: string,
  ctx: ViewContext,
): ModalView => {
  const now = fieldsOf(shown.found)
  const notice = meanwhileNotice(entryFields(shown, now, ctx.today), changed)
  return entryForm(shown, filledAgain(typed, now, changed), metadata, ctx, [notice])
}

const entryForm = (
  shown: ShownEntry,
  fields: EntryFields,
  metadata: string,
  ctx: ViewContext,
  notice: readonly KnownBlock[],
): ModalView => {
  const wider = seenWiderLine(ctx, shown.found.entry.home)
  return form({
    id: formIds.editEntry,
    title: 'Put it right',
    submit: notice.length === 0 ? 'Save' : 'Save mine',
    metadata,
    blocks: [
      ...notice,
      words(about(shown), ...(wider === null ? [] : [wider])),
      ...entryFields(shown, fields, ctx.today).map(({ input }) => input),
      ...quoting(shown, ctx),
    ],
  })
}

/** Whether their words may be quoted is asked in a form of its own. */
const quoting = ({ found }: ShownEntry, { userId }: ViewContext): readonly KnownBlock[] => {
  const pressable = found.kind === 'note' ? quoteButton(found.entry, userId) : []
  return pressable.length === 0 ? [] : [actions(pressable)]
}

const about = ({ person, other }: ShownEntry): Words =>
  other === null ? say`About ${named(person.name)}` : say`How ${named(person.name)} stands to ${named(other)}`

const textsIn = (fields: EntryFields): string[] => {
  if (fields.kind === 'role') return [fields.title, fields.company]
  return 'text' in fields ? [fields.text] : []
}

/** The command that such an entry is typed with, behind which its text stands. */
const verbOf = ({ kind, entry }: AnyEntry): string => {
  if (kind === 'note' || kind === 'commitment') return entry.kind
  return kind === 'question' ? 'ask' : 'note'
}
