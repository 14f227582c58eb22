import { html, htmlPage } from './html.js'

/** What the bot does, and the way to Slack. */
export const installPage = (slackUrl: string, privacyUrl: string): string =>
  htmlPage(
    'Personable, for your Slack',
    html`<p>Personable helps a team stay close to the people it works for.</p>
<p>Type <code>/person</code> to keep what somebody told you, in their own words, and to recall it before you talk again.<br>
When somebody has gone quiet, the channel where they were introduced hears of it, a few people each working morning.<br>
What is typed in a place is known in that place and nowhere else, and Personable never writes to customers.</p>
<p><a class="button" href="${slackUrl}">Add to Slack</a></p>
<p class="small"><a href="${privacyUrl}">What is kept, how long, and who sees it</a>. Slack asks you next what Personable may do, and lets you choose the workspace.</p>`,
  )

export type Done = {
  readonly kind: 'workspace' | 'organisation'
  /** Null when Slack does not say. */
  readonly name: string | null
  /** Opens the app in Slack, or the page on which an organisation lets its workspaces use it. */
  readonly nextUrl: string
}

/** What to do next. */
export const donePage = ({ kind, name, nextUrl }: Done): string =>
  kind === 'workspace'
    ? htmlPage(
        name === null ? 'Personable has arrived' : `Personable has arrived in ${name}`,
        html`<p>There is a message from it waiting for you in Slack, with one line to paste.</p>
<p><a class="button" href="${nextUrl}">Open Personable in Slack</a></p>
<p>Then invite it to the channel where your team talks about the people it looks after: type <code>/invite @Personable</code> there.</p>
<p class="small">You may close this page.</p>`,
      )
    : htmlPage(
        name === null ? 'Personable has arrived' : `Personable has arrived at ${name}`,
        html`<p>One step is left: choose the workspaces that may use it. Until then nobody can.</p>
<p><a class="button" href="${nextUrl}">Choose workspaces</a></p>
<p>In each of them Personable is there at once, and what is typed in one is never known in another.</p>
<p class="small">You may close this page.</p>`,
      )
