import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { announceProfile, forgetTab, keepTab, leaveClick, recallTab, takeClick, watchSession } from '../../extension/shared/session.js';
import { setUp } from './browser.js';

beforeEach(() => setUp());

test('a click waits for its window’s panel and is answered once', async () => {
  await leaveClick(1, { tabId: 7, url: '', at: 1 });
  assert.equal(await takeClick(2), null);
  assert.equal((await takeClick(1)).tabId, 7);
  assert.equal(await takeClick(1), null);
});

test('an open panel hears the clicks of its own window, and of new aspirations', async () => {
  const heard = [];
  watchSession(1, { onClick: () => heard.push('click'), onProfile: () => heard.push('profile') });
  await leaveClick(2, { tabId: 8, url: '', at: 1 });
  await leaveClick(1, { tabId: 7, url: '', at: 1 });
  await takeClick(1);
  await announceProfile();
  assert.deepEqual(heard, ['click', 'profile']);
});

test('each tab keeps its own brief until it is closed', async () => {
  await keepTab(1, { problem: { kind: 'busy' } });
  assert.deepEqual(await recallTab(2), {});
  assert.equal((await recallTab(1)).problem.kind, 'busy');
  await forgetTab(1);
  assert.deepEqual(await recallTab(1), {});
});
