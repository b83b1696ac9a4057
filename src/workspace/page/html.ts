import { createHash } from 'node:crypto';
import { importMap } from './assets.ts';

const importMapHash = createHash('sha256').update(importMap).digest('base64');

/** Nothing from another host; the import map is the only script written into the document. */
export const pagePolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${importMapHash}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The only document of the page; everything else is drawn by its modules. */
export const pageHtml = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local Slack</title>
<link rel="icon" href="/page/client/icon.svg">
<link rel="stylesheet" href="/page/client/page.css">
<link rel="stylesheet" href="/page/client/shell/bar-and-sidebar.css">
<link rel="stylesheet" href="/page/client/shell/conversation.css">
<link rel="stylesheet" href="/page/client/text/text.css">
<link rel="stylesheet" href="/page/client/blocks.css">
<link rel="stylesheet" href="/page/client/blocks/tables/tables.css">
<link rel="stylesheet" href="/page/client/blocks/charts/charts.css">
<link rel="stylesheet" href="/page/client/blocks/elements/elements.css">
<link rel="stylesheet" href="/page/client/views.css">
<link rel="stylesheet" href="/page/client/panels.css">
<script type="importmap">${importMap}</script>
<script type="module" src="/page/client/main.ts"></script>
</head>
<body>
<div id="page"><p class="loading">Opening the workspace…</p></div>
<noscript>This page needs JavaScript.</noscript>
</body>
</html>
`;
