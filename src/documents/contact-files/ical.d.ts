/** ical.js ships its declarations where a compiler that resolves as Node does cannot find them. */
declare module 'ical.js' {
  /** jCard, RFC 7095: name, parameters, type and then the values; a structured one is an array. */
  type Property = [name: string, parameters: Record<string, unknown>, type: string, ...values: unknown[]]
  const ICAL: { parse(text: string): [component: string, properties: Property[], ...rest: unknown[]] }
  export default ICAL
}
