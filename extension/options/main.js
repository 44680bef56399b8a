/** The options page: the connection to the helper, and what the user aspires to. */

import { localise, t } from '../shared/i18n.js';
import { setUpConnection } from './connection.js';
import { setUpProfile } from './profile.js';

localise(document);
document.title = t('options_title');
const profile = setUpProfile();
setUpConnection((ready) => profile.setReady(ready));
