import { html } from 'htm/preact';
import { render } from 'preact';
import { App } from './app.ts';

const page = document.getElementById('page');
if (page) {
  page.replaceChildren();
  render(html`<${App} />`, page);
}
