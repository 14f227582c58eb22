import type { StepEnd } from '../answer.js'
import type { Bot, Turn } from '../conversation/bot.js'
import type { StepInputs } from './inputs.js'

/** Carries out a step for whoever ran it, who sees in it what every full member may see. */
export type RunStep = (bot: Bot, turn: Turn, inputs: StepInputs) => Promise<StepEnd>
