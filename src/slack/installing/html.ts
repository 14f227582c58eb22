import { createHash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'

/** A piece of HTML; what is put into it as a text is escaped. */
export type Html = { readonly html: string }

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
const written = (value: string | Html): string => (typeof value === 'string' ? escaped(value) : value.html)

export const html = (strings: TemplateStringsArray, ...values: readonly (string | Html)[]): Html => ({
  html: strings.map((text, i) => (i === 0 ? text : written(values[i - 1] ?? '') + text)).join(''),
})

/** No outside host, no picture, no script: what is not in the page is not asked for. */
const style = `
:root { color-scheme: light dark }
body { font: 17px/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem;
  color: #1d2b30; background: #fbf9f5 }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem }
p { margin: 0 0 1rem }
a { color: #1f4e5f }
a.button { display: inline-block; padding: .65rem 1.4rem; border-radius: 6px; background: #1f4e5f; color: #fff;
  text-decoration: none; font-weight: 600 }
a.button:focus-visible { outline: 3px solid #e0a458; outline-offset: 3px }
code { font: .95em ui-monospace, monospace; background: #ece7dc; padding: .1em .35em; border-radius: 4px }
.small { font-size: .85rem; color: #55666c }
@media (prefers-color-scheme: dark) {
  body { color: #e8e4da; background: #16211f } a { color: #8fc3d4 } code { background: #26342f }
  a.button { background: #8fc3d4; color: #10201f } .small { color: #a3b1ac }
}
`
const styleHash = createHash('sha256').update(style).digest('base64')

/** How every answer of the install pages is sent: nothing is kept on the way, nothing is loaded, nothing is told on. */
export const pageHeaders: OutgoingHttpHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export const htmlPage = (title: string, body: Html): string =>
  `<!doctype html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.html
  }`
