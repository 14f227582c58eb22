import { type Html, html, htmlPage } from './html.js'
import type { Refusal } from './refusal.js'

type Said = { readonly status: number; readonly title: string; readonly because: Html }

/** Each in its own words, calm, and with the way back. */
const said: Readonly<Record<Refusal, Said>> = {
  denied: {
    status: 200,
    title: 'Nothing was installed',
    because: html`<p>Slack was told no, or an admin has to approve the app first. If that is how your workspace does it, Slack has sent them your wish; come back when they have said yes.</p>`,
  },
  'missing-state': {
    status: 400,
    title: 'Please begin here',
    because: html`<p>The way to Slack begins on our install page, so that nobody can install anything in your name. You came back by another one. Nothing was installed.</p>`,
  },
  'wrong-state': {
    status: 400,
    title: 'That link is not one of ours',
    because: html`<p>What came back from Slack was not what we sent along, so we stopped. Nothing was installed, and nothing is wrong with your workspace.</p>`,
  },
  'expired-state': {
    status: 400,
    title: 'That took more than ten minutes',
    because: html`<p>For safety the way to Slack and back is open for ten minutes. They are over, and nothing was installed. It is quick the second time.</p>`,
  },
  'used-state': {
    status: 400,
    title: 'This link was used already',
    because: html`<p>It works once. If Personable has just arrived in your Slack, all is well, and you may close this page.</p>`,
  },
  'state-elsewhere': {
    status: 400,
    title: 'This link belongs to another visit',
    because: html`<p>It was used already, or it was begun in another browser or tab. If Personable has just arrived in your Slack, all is well, and you may close this page.</p>`,
  },
  'missing-code': {
    status: 400,
    title: 'Slack did not let it through',
    because: html`<p>Slack ended the installation before it reached us. Nothing was installed. Perhaps another workspace was meant, or an admin has to approve the app first.</p>`,
  },
  'wrong-code': {
    status: 400,
    title: 'Slack does not know this link any more',
    because: html`<p>What Slack hands over with it works once, and for ten minutes. If Personable has just arrived in your Slack, all is well.</p>`,
  },
  'slack-away': {
    status: 502,
    title: 'Slack did not answer',
    because: html`<p>We asked Slack to finish, and heard nothing. Slack may call Personable installed already; it cannot speak there yet. Please add it once more in a minute: that puts everything right.</p>`,
  },
  half: {
    status: 502,
    title: 'Almost there',
    because: html`<p>Slack has installed Personable, but did not tell us all that we need to know before it was gone. Nothing is broken. Please add it once more: Slack will ask as before, and then it is whole.</p>`,
  },
  unkept: {
    status: 503,
    title: 'Almost there',
    because: html`<p>Slack has installed Personable, but we could not write that down just now. Nothing is broken. Please add it once more in a few minutes: then it is whole.</p>`,
  },
  'no-bot': {
    status: 400,
    title: 'Slack gave Personable no voice',
    because: html`<p>What Slack handed over holds no bot, and without one Personable can neither listen nor speak. Please add it once more, and allow all that Slack lists.</p>`,
  },
  'other-app': {
    status: 400,
    title: 'That was another app',
    because: html`<p>What Slack handed over belongs to another app than this one, so we took nothing of it.</p>`,
  },
  'missing-scopes': {
    status: 400,
    title: 'Something was left out',
    because: html`<p>Personable needs each of the permissions that Slack lists, and was given fewer. Please add it once more, and allow all of them; what each is for stands on the privacy page.</p>`,
  },
  misconfigured: {
    status: 500,
    title: 'Personable is not set up rightly',
    because: html`<p>Slack does not accept how this Personable says who it is. You cannot mend that: please tell whoever runs it. The log says what to do.</p>`,
  },
  unknown: {
    status: 500,
    title: 'That did not work',
    because: html`<p>Something went wrong on our side, and whoever runs Personable can see it. Please try once more.</p>`,
  },
}

export type RefusedPage = { readonly status: number; readonly page: string }

/** `installUrl`: where the way begins. */
export const refusedPage = (refusal: Refusal, installUrl: string): RefusedPage => {
  const { status, title, because } = said[refusal]
  const again = html`${because}
<p><a class="button" href="${installUrl}">Back to the install page</a></p>`
  return { status, page: htmlPage(title, again) }
}
