import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { workspaceFor } from '../support.ts';
import { pageFor } from './support.ts';

const IMPORTS = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s*['"]([^'"]+)['"]/g;

test('the page and everything it loads come from the workspace itself', async () => {
  const { get, workspace } = await pageFor();
  const document = await (await get('/')).text();
  const map = JSON.parse(/<script type="importmap">(.*?)<\/script>/.exec(document)?.[1] ?? '{}');
  const wanted = [...document.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
  const seen = new Set<string>();
  while (wanted.length > 0) {
    const path = wanted.pop() ?? '';
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await get(path);
    expect(response.status, path).toBe(200);
    if (!response.headers.get('content-type')?.startsWith('text/javascript')) continue;
    for (const [, name = ''] of (await response.text()).matchAll(IMPORTS)) {
      const relative = name.startsWith('.');
      const library = map.imports[name];
      expect(relative || library !== undefined, `${path} imports ${name}`).toBe(true);
      const here = new URL(path, workspace.pageUrl);
      wanted.push(relative ? new URL(name, here).pathname : library);
    }
  }
  expect(seen.size).toBeGreaterThan(40);
});

test('only the page’s own scripts and styles may run in it', async () => {
  const { get } = await pageFor();
  const response = await get('/');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  const inline = /<script type="importmap">(.*?)<\/script>/.exec(await response.text())?.[1] ?? '';
  const hash = createHash('sha256').update(inline).digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`);
});

test.each([
  '/page/client/../page/page.ts',
  '/page/client/%2e%2e/page/page.ts',
  '/page/client/..%2fpage%2fpage.ts',
  '/page/client/main.js',
  '/page/library/../package.json',
  '/page/library/zod.js',
])('nothing but the page is served: not %s', async (path) => {
  const { get } = await pageFor();
  expect((await get(path)).status).toBe(404);
});

test('a workspace nobody asked a page of has none', async () => {
  const { get } = await pageFor();
  expect((await get('/')).status).toBe(200);
  const { pageUrl } = await workspaceFor();
  expect((await fetch(pageUrl)).status).toBe(404);
});
