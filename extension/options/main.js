/** The options page: the connection to the helper, and what the user aspires to. */

import { localise, t } from '../shared/i18n.js';
import { setUpConnection } from './connection.js';
import { setUpForget } from './forget.js';
import { setUpLog } from './log.js';
import { setUpProfile } from './profile.js';
import { setUpTransfer } from './transfer.js';
import { setUpWizard } from './wizard.js';

localise(document);
document.title = t('options_title');
const profile = setUpProfile();
setUpTransfer(profile);
setUpWizard(profile);
setUpLog();
setUpForget(setUpConnection((ready) => profile.setReady(ready)));
