import type { Tried } from '../../app/personas/try-claim.js'
import type { Found, TryOn, WhichSketch } from '../../app/personas/try-on.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip, select } from './blocks.js'
import type { ViewContext } from './context.js'
import { named, ours, say, teammate, type Words } from './copy.js'
import { day } from './days.js'
import { buttons, line, type Part, page, row } from './page.js'
import { undoButtons } from './sketch-view.js'

const shownOfNote = 120

export const whichToTryView = ({ person, personas }: WhichSketch): Reply =>
  page([
    line(say`Which sketch shall be tried on ${named(person.name)}?`),
    ...personas.map((persona) =>
      row([named(persona.name)], button('Try', actionIds.tryOn, `${person.id}:${persona.id}`)),
    ),
    back(person.id),
  ])

/** A sketch held against somebody: what is believed of many, and what a teammate found of this one. */
export const tryOnView = (model: TryOn, ctx: ViewContext, tried: Tried | null = null): Reply => {
  const { person, persona, claims, notes, others } = model
  return page([
    ...(tried === null ? [] : triedParts(tried)),
    line(
      say`${named(persona.name)} is a sketch of many, and of nobody in particular. What of it holds for ${named(person.name)}?`,
    ),
    ...(notes.length === 0
      ? []
      : [
          buttons(
            [
              select(
                'Which note shows it?',
                actionIds.tryNote,
                notes.map(({ id, text }) => ({ label: text.replace(/\s+/gu, ' ').trim() || '…', value: id })),
              ),
            ],
            say`Pick the note that shows it first, if there is one. Then one press says whether it holds.`,
          ),
        ]),
    ...claims.flatMap(({ claim, found }) => [
      line(say`• ${claim.text}`, foundWords(found, ctx)),
      buttons([
        button('Holds', actionIds.claimHolds, `${claim.id}:${person.id}:${claim.wording}`),
        button('Does not', actionIds.claimDoesNot, `${claim.id}:${person.id}:${claim.wording}`),
      ]),
    ]),
    ...(claims.length === 0 ? [line(say`It claims nothing yet.`)] : []),
    line(say`Whoever may see both the sketch and ${person.name} sees what you press.`),
    back(person.id, others ? [button('Another sketch', actionIds.tryOn, `${person.id}:-`)] : []),
  ])
}

const triedParts = ({ person, claim, trial, actId }: Tried): Part[] => [
  line(
    trial.holds
      ? say`Written down: “${claim.text}” holds for ${named(person.name)}.`
      : say`Written down: “${claim.text}” does not hold for ${named(person.name)}.`,
  ),
  undoButtons(actId, []),
]

const foundWords = (found: Found | null, { today, userId }: ViewContext): Words => {
  if (found === null) return say`Nobody has said yet.`
  const { trial, note } = found
  const who = trial.by === userId ? ours('You') : teammate(trial.by)
  const said = say`${who} said ${ours(day(trial.on, today))}: ${ours(trial.holds ? 'it holds' : 'it does not')}`
  return note === null ? say`${said}.` : say`${said}, as “${clip(note.text, shownOfNote)}” shows.`
}

const back = (personId: string, others: readonly ReturnType<typeof button>[] = []): Part =>
  buttons([button('Back to the card', actionIds.card, personId), ...others])
