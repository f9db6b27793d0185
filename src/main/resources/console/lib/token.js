// The token of the control API: asked once, kept for the tab.

import { html } from '../vendor/lit-html/lit-html.js';
import { dialog } from './dialog.js';

const NAME = 'understudy-token';
let asking;

/** Whoever did not give it is asked again when they do something, and not by what goes on in the background. */
let declined = false;
document.addEventListener('click', () => (declined = false), { capture: true });

/** The header that carries it; none where no token was asked for. */
export function bearer() {
  const token = sessionStorage.getItem(NAME);
  return token ? { Authorization: 'Bearer ' + token } : {};
}

/**
 * Asks for it, once for all calls that wait. Resolves to whether there is one to try.
 * @param refused the header that was refused: another call may have asked meanwhile
 */
export function ask(refused) {
  if (bearer().Authorization !== refused) return Promise.resolve(true);
  if (declined) return Promise.resolve(false);
  asking ??= prompt(refused !== undefined).finally(() => (asking = undefined));
  return asking;
}

async function prompt(again) {
  const entered = await dialog({
    title: 'Token of the control API',
    view: (close) => html`
      <form method="dialog" @submit=${(event) => submit(event, close)}>
        <p>
          From another machine, through a proxy, or by another name than localhost the server asks for its token. It is printed by
          <code>understudy serve</code>, or is the one of <code>--control-token</code>.
        </p>
        ${again ? html`<p class="bad" role="alert">The server does not know that token.</p>` : ''}
        <label>Token <input name="token" type="password" autocomplete="off" required autofocus /></label>
        <p class="actions"><button type="button" @click=${() => close()}>Cancel</button> <button class="main">Use it</button></p>
      </form>
    `,
  });
  declined = !entered;
  if (declined) return false;
  sessionStorage.setItem(NAME, entered);
  return true;
}

function submit(event, close) {
  event.preventDefault();
  close(new FormData(event.target).get('token').trim());
}
