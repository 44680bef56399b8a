/** How far the user has come: connected, and something said. */

import { HelperError } from '../../background/helper-client.js';
import { ask } from '../../shared/ask.js';
import { currentClient } from '../../shared/client.js';

/** @import {Answers} from '../../shared/api.js' */

/** @typedef {{connection: 'ready' | keyof typeof import('../../shared/connection.js').CONNECTION_STATES, detail: string, aspirations: number, starters: Answers['Starter'][]}} Standing */

/** @returns {Promise<Standing>} `connection` is `ready` or what stands in the way */
export async function standing() {
  try {
    await (await currentClient()).connect();
    const { aspirations } = await ask('GET /v1/profile', {});
    const starters = aspirations.length ? [] : (await ask('GET /v1/wizard', {})).starters;
    return { connection: 'ready', detail: '', aspirations: aspirations.length, starters };
  } catch (error) {
    const known = error instanceof HelperError ? error : new HelperError('failed', { message: String(error) });
    return { connection: known.state, detail: known.message, aspirations: 0, starters: [] };
  }
}
