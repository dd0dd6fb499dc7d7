/** Ways to put text of reports into HTML and scripts so that it stays text. */

/**
 * JSON that may stand in an HTML script element and in JavaScript: no `<`, so that nothing in it ends the element or opens a
 * comment, and none of the line ends that only JavaScript knows.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Text as it may stand in an HTML attribute or between tags. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
