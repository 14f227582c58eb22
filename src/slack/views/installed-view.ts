import type { Reply } from '../answer.js'
import { command, say } from './copy.js'
import { hint, line, page } from './page.js'

/** To whoever installed the bot, as the first thing that it says. */
export const installedView = ({ isBack }: { readonly isBack: boolean }): Reply => (isBack ? back : first)

const first = page([
  line(
    say`Hello! I remember people: what they told you, what you promised, and when they would be glad to hear from you.`,
    say`Your best friend’s birthday you know by heart. I am for everybody else’s.`,
    say`I rank nobody and never write to customers. I nudge you, now and then, and I say please.`,
  ),
  line(
    say`Paste this line, and then put in somebody of your own:`,
    command('/person add Frank Ortiz, facilities manager at Acme Lighting'),
  ),
  hint(
    say`Then type ${command('/invite @Personable')} in the channel where your team talks about them. ${command('/person help')} shows the rest.`,
  ),
])

const back = page([
  line(
    say`I am back, and it is good to be here!`,
    say`Everybody you told me about is still with me: nobody was written to, and nobody was forgotten.`,
    say`Some of them may be wondering where you have been. Paste this line to see who:`,
    command('/person due'),
  ),
])
