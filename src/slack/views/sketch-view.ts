import type { Changed } from '../../app/personas/change-sketch.js'
import type { Sketch, SketchClaim, Sketches } from '../../app/personas/sketch.js'
import type { Written } from '../../app/personas/write-sketch.js'
import { type Persona, triedOn } from '../../domain/persona.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import { notInChannelLine, seenByLine, type ViewContext } from './context.js'
import { command, named, ours, say, type Words } from './copy.js'
import { buttons, heading, hint, line, type Part, page, row } from './page.js'
import { repeated } from './rejection-view.js'
import { howToTry, tallyWords, writtenWhere } from './sketch-words.js'

const example = '/persona Plant managers: price comes first; they decide alone'

/** `/persona`: those that there are. */
export const sketchesView = ({ sketches, more }: Sketches): Reply =>
  sketches.length === 0
    ? page([
        line(
          say`No sketch is written down here yet.`,
          say`A sketch says what you believe of the people you write for, as claims that may turn out wrong. Teammates try them on people they know.`,
        ),
        hint(say`${command(example)} writes one.`),
      ])
    : page([
        line(say`What we believe, and how it holds up:`),
        ...sketches.map(({ persona, claims }) =>
          row(
            [say`${named(persona.name)} · ${ours(howTested(claims))}`],
            button('Show', actionIds.sketch, persona.id),
          ),
        ),
        ...(more ? [line(say`There are older ones: ${command('/persona NAME')} shows one of them.`)] : []),
        hint(say`${command('/persona help')} shows what can be typed.`),
      ])

const howTested = (claims: readonly SketchClaim[]): string => {
  const all = claims.length === 1 ? 'one claim' : `${claims.length} claims`
  const untested = claims.filter(({ tally }) => triedOn(tally) === 0).length
  if (untested === 0) return claims.length === 0 ? 'no claim yet' : `${all}, each tested`
  return untested === claims.length ? `${all}, not tested yet` : `${all}, ${untested} of them not tested yet`
}

/** Several are called so, or none is. `typed`: what was to be kept, to be copied and sent again; null when nothing was. */
export const whichSketchView = (
  name: string,
  personas: readonly Persona[],
  { isNone, typed }: { readonly isNone: boolean; readonly typed: string | null },
): Reply =>
  page([
    line(
      isNone
        ? say`There is no sketch called “${clip(name, 60)}” that you can read.`
        : say`Several sketches are called ${clip(name, 60)}. Which one?`,
      ...(isNone && personas.length > 0 ? [say`Did you mean one of these?`] : []),
    ),
    ...personas.map((persona) => row([named(persona.name)], button('Show', actionIds.sketch, persona.id))),
    ...(isNone ? [hint(say`To write it, put what it claims behind a colon: ${command(example)}`)] : []),
    ...repeated(typed),
  ])

/** One sketch, with each claim to put right or take out. */
export const sketchView = ({ persona, claims }: Sketch, { userId }: ViewContext): Reply =>
  page([
    heading(persona.name),
    line(writtenWhere(persona, userId)),
    ...claims.flatMap(({ claim, tally }) => [
      line(say`• ${claim.text}`, tallyWords(tally)),
      buttons([
        button('Reword', actionIds.sketchReword, claim.id),
        button('Take out', actionIds.sketchDropClaim, claim.id),
      ]),
    ]),
    ...(claims.length === 0 ? [line(say`It claims nothing yet.`)] : []),
    ...(persona.quiet
      ? [line(say`When half of what is found speaks against a claim, I say nothing of it.`)]
      : []),
    buttons([
      button('Review', actionIds.sketchReview, persona.id, 'primary'),
      button('Add a claim', actionIds.sketchClaim, persona.id),
      persona.quiet
        ? button('Tell us again', actionIds.sketchQuiet, `${persona.id}:no`)
        : button('Keep quiet about it', actionIds.sketchQuiet, `${persona.id}:yes`),
      button('Take the sketch out', actionIds.sketchDrop, persona.id),
    ]),
    hint(howToTry),
  ])

/** After it was written, or added to. */
export const writtenView = ({ persona, added, actId }: Written, isNew: boolean, ctx: ViewContext): Reply => {
  const count = added.length === 1 ? 'one claim' : `${added.length} claims`
  const seenBy = seenByLine(ctx, undefined, persona.home)
  const notThere = isNew ? notInChannelLine(ctx.place) : null
  return page([
    line(
      isNew
        ? say`${named(persona.name)} is written down, with ${ours(count)} that nobody has tested yet:`
        : say`Added to ${named(persona.name)}, and tested by nobody yet:`,
      ...added.map(({ text }) => say`• ${text}`),
    ),
    ...(seenBy === null ? [] : [hint(seenBy)]),
    ...(notThere === null ? [] : [hint(notThere)]),
    undoButtons(actId, [button('Show', actionIds.sketch, persona.id)]),
    hint(howToTry),
  ])
}

export const rewordedView = ({ persona, claim, actId }: Changed, isOpen: boolean): Reply =>
  page([
    line(
      say`${named(persona.name)} says now: “${claim?.text ?? ''}”.`,
      ...(isOpen ? [say`What was found before was about other words, so it is open again.`] : []),
    ),
    undoButtons(actId, [button('Show', actionIds.sketch, persona.id)]),
  ])

export const claimDroppedView = ({ persona, claim, actId }: Changed): Reply =>
  page([
    line(say`“${claim?.text ?? ''}” is out of ${named(persona.name)}, with what was found of it.`),
    undoButtons(actId, [button('Show', actionIds.sketch, persona.id)]),
  ])

export const sketchDroppedView = ({ persona, actId }: Changed): Reply =>
  page([
    line(say`The sketch ${named(persona.name)} is gone, with what was found of it.`),
    undoButtons(actId, []),
  ])

export const quietedView = ({ persona, actId }: Changed): Reply =>
  page([
    line(
      persona.quiet
        ? say`All right. When half of what is found speaks against a claim of ${named(persona.name)}, I say nothing of it any more.`
        : say`When half of what is found speaks against a claim of ${named(persona.name)}, I say so where it was written.`,
    ),
    undoButtons(actId, [button('Show', actionIds.sketch, persona.id)]),
  ])

export const undoButtons = (actId: string, others: readonly ReturnType<typeof button>[]): Part =>
  buttons([...others, button('Undo', actionIds.undo, actId)], say`${command('/persona undo')} takes it back.`)

/** `/persona help`. */
export const personaHelpView = (): Reply => {
  const does: readonly (readonly [string, Words])[] = [
    [example, say`writes a sketch: a name, and what you believe of such people`],
    ['/persona', say`shows the sketches that there are`],
    ['/persona Plant managers', say`shows one, to reword its claims or take them out`],
    ['/persona claim Plant managers: they read on Sundays', say`adds a claim`],
    [
      '/persona review Plant managers',
      say`shows how each claim holds up, what people said, and how it could be put`,
    ],
    ['/persona undo', say`takes back what you did last, within a day`],
  ]
  return page([
    line(...does.map(([typing, what]) => say`${command(typing)} ${what}`)),
    line(
      howToTry,
      say`A sketch is of many people: it names nobody, and nobody's card says that they are one.`,
    ),
  ])
}
