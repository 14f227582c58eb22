import { command, say } from './copy.js'
import { line, type Part } from './page.js'

/** How to begin: three lines to paste, and what else there is. */
export const beginningParts = (): Part[] => [
  line(
    say`Hello! I help your team remember the people you work for: who they are, what they told you, and when they would be glad to hear from you.`,
    say`Three lines to begin with. Paste them, then put in somebody of your own:`,
    command('/person add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example'),
    command('/person heard frank my daughter starts at Ohio State'),
    command('/person every frank 3 weeks'),
  ),
  line(
    say`${command('/person frank')} then shows what is known, and ${command('/person help')} the rest. To write down a call, react to a message about it with the telephone emoji.`,
    say`What you type in a channel is known to those who may see that channel, and to nobody else.`,
  ),
]
