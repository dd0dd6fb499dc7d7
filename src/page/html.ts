import { createHash } from 'node:crypto'
import { pageScript, pageStyles } from './bundle.js'
import { escapeHtml, safeJson } from './embed.js'
import type { Detail, Overview } from './shapes.js'

/** What a detail file calls; `browser/data.js` defines it. */
const RECEIVER = 'gongkaiDetail'

/**
 * The page. Its policy allows its own script and style, told by their hashes, and what that script itself loads: nothing from
 * a network, no form that leaves, no text that becomes markup.
 *
 * @param details the details that are embedded, already as safe JSON, by file
 */
export function pageHtml(overview: Overview, details: ReadonlyMap<string, string>): string {
  const script = pageScript()
  const style = pageStyles()
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}' 'strict-dynamic'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types gongkai',
  ].join('; ')
  const embedded = [...details].map(
    ([file, json]) => `<script type="application/json" data-report="${escapeHtml(file)}">${json}</script>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>gongkai 公开</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<noscript>This page needs JavaScript. 本页需要启用 JavaScript。</noscript>
<div id="app"></div>
<script type="application/json" id="overview">${safeJson(overview)}</script>
${embedded.join('\n')}
<script>${script}</script>
</body>
</html>
`
}

/** A report's detail as a file beside the page, which the page loads as a script, since it may not fetch from a disk. */
export function detailScript(json: string): string {
  return `${RECEIVER}(${json})\n`
}

/** A report's detail as it is embedded or written beside the page. */
export function detailJson(detail: Detail): string {
  return safeJson(detail)
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
