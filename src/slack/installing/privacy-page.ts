import { html, htmlPage } from './html.js'

/** The short of docs/privacy.md, for whoever is about to install. */
export const privacyPage = (installUrl: string): string =>
  htmlPage(
    'What Personable keeps, and who sees it',
    html`<p>Kept is what your teammates type about the people they talk to, the files of contacts they hand over, and what they keep from a message with a reaction. Of other messages nothing is kept.</p>
<p>What is typed in a channel is known to those in that channel; in a direct message with Personable, to you alone. Guests and other organisations see nothing, and no other workspace ever does.</p>
<p>It lies encrypted in the database of whoever runs this Personable. No other service and no language model hears of it, and Personable never writes to customers.</p>
<p>Anybody can be exported (<code>/person export frank</code>) and forgotten (<code>/person forget frank</code>). When the app is taken out of a workspace, it falls silent at once, and 30 days later all that was known there is erased.</p>
<p class="small"><a href="${installUrl}">Back to the install page</a></p>`,
  )
