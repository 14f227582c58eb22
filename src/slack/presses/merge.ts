import { lookAtBoth } from '../subcommands/merge.js'
import { type OnPress, twoParts } from './press.js'

/** "Look at both", beside two who may be one person. */
export const pressMergeLook: OnPress = (bot, turn, press) => lookAtBoth(bot, turn, ...twoParts(press.value))
