import { reviewSketch } from '../../app/personas/review.js'
import { listSketches, showSketch, sketchNamed } from '../../app/personas/sketch.js'
import { addClaims, writeSketch } from '../../app/personas/write-sketch.js'
import type { Persona } from '../../domain/persona.js'
import { type Answer, question, refusal, reply } from '../answer.js'
import type { PersonaCommand } from '../command/persona-command.js'
import { answerWith } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { refusedTextView } from '../views/rejection-view.js'
import { reviewView } from '../views/sketch-review-view.js'
import {
  personaHelpView,
  sketchesView,
  sketchView,
  whichSketchView,
  writtenView,
} from '../views/sketch-view.js'
import { runUndo } from './undo.js'

/** `/persona ...`, in any place, in a DM, or after a mention. */
export const runPersona = async (bot: Bot, turn: Turn, command: PersonaCommand): Promise<Answer> => {
  const { asker } = turn
  switch (command.kind) {
    case 'refused':
      return refusal(refusedTextView(command.text, turn.typed))
    case 'help':
      return reply(personaHelpView())
    case 'undo':
      return runUndo(bot, turn)
    case 'list':
      return reply(sketchesView(await listSketches(bot.uow, asker)))
    case 'write': {
      const outcome = await writeSketch(bot, asker, command)
      return answerWith(turn, outcome, (written) => writtenView(written, true, viewContext(turn)))
    }
    case 'add':
      return ofOne(bot, turn, { name: command.name, typed: turn.typed }, async ({ id }) => {
        const outcome = await addClaims(bot, asker, id, { claims: command.claims, isTold: false })
        return answerWith(turn, outcome, (written) => writtenView(written, false, viewContext(turn)))
      })
    case 'show':
      return ofOne(bot, turn, command, async ({ id }) =>
        answerWith(turn, await showSketch(bot.uow, asker, id), (sketch) =>
          sketchView(sketch, viewContext(turn)),
        ),
      )
    case 'review':
      return ofOne(bot, turn, command, async ({ id }) =>
        answerWith(turn, await reviewSketch(bot.uow, asker, id), reviewView),
      )
  }
}

/** The sketch of that name; which one, when several are called so or none is. */
const ofOne = async (
  bot: Bot,
  turn: Turn,
  { name, typed = null }: { readonly name: string; readonly typed?: string | null },
  go: (persona: Persona) => Promise<Answer>,
): Promise<Answer> => {
  const found = await sketchNamed(bot.uow, turn.asker, name)
  if (found.kind === 'one') return go(found.persona)
  const near = found.kind === 'several' ? found.personas : found.near
  return question(whichSketchView(name, near, { isNone: found.kind === 'none', typed }))
}
