/** HTML that was made here; what people typed becomes part of it only through `html`, which escapes it. */
export type Html = { readonly kind: 'html'; readonly source: string }

const raw = (source: string): Html => ({ kind: 'html', source })

type Part = string | number | Html | readonly Html[]

/** Texts that are put into it are taken for words and never for markup. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  raw(strings.map((text, n) => `${text}${sourceOf(parts[n] ?? '')}`).join(''))

const sourceOf = (part: Part): string => {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'source' in part ? part.source : part.map(({ source }) => source).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string =>
  text.replace(/(?![\n\t])\p{Cc}/gu, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

export const joined = (parts: readonly Html[], between: string): Html =>
  raw(parts.map(({ source }) => source).join(escaped(between)))

export const none = raw('')

/** A name or a few words that somebody typed, in whatever direction they are written. */
export const typed = (text: string): Html => html`<bdi>${text}</bdi>`
