import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createKeyholder, data, ifMatch, isProblem, KeyholderProblem } from '../dist/index.js';

const room = (id, version = 'v1') => ({
  id, version, tenantId: 't', name: `Room ${id}`, location: { country: 'DE' }, groupIds: [], status: 'ACTIVE',
  createdAt: '2026-11-27T11:45:35.123456Z', updatedAt: '2026-11-27T11:45:35.123456Z',
});

describe('A client', { timeout: 30_000 }, () => {
  let server;
  let requests;
  let answers;
  let waits;
  let keyholder;

  const client = (options = {}) =>
    createKeyholder({
      baseUrl: `http://localhost:${server.address().port}`,
      token: 'token',
      retries: { sleep: async (milliseconds) => void waits.push(milliseconds) },
      ...options,
    });

  // Each answer is given once, in order.
  const answer = (status, body, headers = {}) => answers.push({ status, body, headers });
  const refuse = (status, slug, headers = {}) =>
    answer(status, { type: `/problems/${slug}`, title: slug, status, detail: `It is ${slug}.`, traceId: 'trace' }, headers);

  before(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) {
        body += part;
      }
      requests.push({ method: request.method, url: request.url, headers: request.headers, body });
      const next = answers.shift() ?? { status: 501, body: undefined, headers: {} };
      if (next.status === 0) {
        request.socket.destroy();
        return;
      }
      const type = next.status < 400 ? 'application/json' : 'application/problem+json';
      response.writeHead(next.status, { 'Content-Type': type, ...next.headers });
      response.end(next.body === undefined ? undefined : JSON.stringify(next.body));
    });
    await new Promise((resolve) => server.listen(0, resolve));
  });

  after(() => server.close());

  beforeEach(() => {
    requests = [];
    answers = [];
    waits = [];
    keyholder = client();
  });

  describe('lists', () => {
    it('follows the pages as items are taken', async () => {
      answer(200, { items: [room('1'), room('2')], nextCursor: 'next' });
      answer(200, { items: [room('3')] });

      const ids = [];
      for await (const one of keyholder.list('/v1/rooms', { query: { country: ['DE', 'FR'], limit: 2 } })) {
        ids.push(one.id);
      }

      assert.deepEqual(ids, ['1', '2', '3']);
      assert.equal(requests[0].url, '/v1/rooms?country=DE&country=FR&limit=2');
      assert.equal(requests[1].url, '/v1/rooms?country=DE&country=FR&limit=2&cursor=next');
    });

    it('asks for no page that nobody takes', async () => {
      answer(200, { items: [room('1'), room('2')], nextCursor: 'next' });

      for await (const one of keyholder.list('/v1/rooms')) {
        assert.equal(one.id, '1');
        break;
      }

      assert.equal(requests.length, 1);
    });
  });

  describe('identifies itself', () => {
    it('asks for a token before each request', async () => {
      let count = 0;
      const renewing = client({ token: async () => `token-${++count}` });
      answer(200, room('1'));
      answer(200, room('1'));

      await renewing.GET('/v1/rooms/{id}', { params: { path: { id: '1' } } });
      await renewing.GET('/v1/rooms/{id}', { params: { path: { id: '1' } } });

      assert.deepEqual(requests.map((request) => request.headers.authorization), ['Bearer token-1', 'Bearer token-2']);
    });
  });

  describe('changes', () => {
    it('says which version it changes', async () => {
      answer(200, room('1', 'v2'));

      const params = { path: { id: '1' }, header: ifMatch(room('1')) };
      const changed = await data(keyholder.PATCH('/v1/rooms/{id}', { params, body: { name: 'New' } }));

      assert.equal(changed.version, 'v2');
      assert.equal(requests[0].headers['if-match'], '"v1"');
    });

    it('reads again where somebody else was quicker', async () => {
      answer(200, room('1', 'v1'));
      refuse(412, 'precondition-failed');
      answer(200, room('1', 'v2'));
      answer(200, room('1', 'v3'));

      const changed = await keyholder.update('/v1/rooms/{id}', { id: '1' }, (present) => ({ name: `${present.name}!` }));

      assert.equal(changed.version, 'v3');
      assert.deepEqual(requests.map((request) => request.headers['if-match']), [undefined, '"v1"', undefined, '"v2"']);
    });

    it('sends nothing where there is nothing to change', async () => {
      answer(200, room('1'));

      await keyholder.update('/v1/rooms/{id}', { id: '1' }, () => undefined);

      assert.equal(requests.length, 1);
    });

    it('sees what it has changed before', async () => {
      answer(201, room('1'), { 'Keyholder-Consistency': 'one' });
      answer(200, room('1'));
      answer(201, room('2'), { 'Keyholder-Consistency': 'two' });
      answer(200, room('2'));

      for (const id of ['1', '2']) {
        await keyholder.POST('/v1/rooms', { body: { name: 'Room', location: { country: 'DE' } } });
        await keyholder.GET('/v1/rooms/{id}', { params: { path: { id } } });
      }

      const sent = requests.map((request) => request.headers['keyholder-consistency']);
      assert.deepEqual(sent, [undefined, 'one', 'one', 'two']);
    });
  });

  describe('tries again', () => {
    const read = () => keyholder.GET('/v1/rooms/{id}', { params: { path: { id: '1' } } });
    const create = () => keyholder.POST('/v1/rooms', { body: { name: 'Room', location: { country: 'DE' } } });
    const remove = () =>
      keyholder.DELETE('/v1/room-groups/{id}', { params: { path: { id: '1' }, header: { 'If-Match': '"v1"' } } });

    it('when the answer says, after that long', async () => {
      refuse(429, 'quota-exceeded', { 'Retry-After': '7' });
      refuse(503, 'service-unavailable', { 'Retry-After': '2' });
      answer(200, room('1'));

      await read();

      assert.deepEqual(waits, [7000, 2000]);
    });

    it('with the same key and body', async () => {
      answer(0);
      refuse(504, 'gateway-timeout');
      refuse(409, 'request-in-progress');
      answer(201, room('1'));

      await create();

      assert.equal(requests.length, 4);
      assert.equal(new Set(requests.map((request) => request.headers['idempotency-key'])).size, 1);
      assert.match(requests[0].headers['idempotency-key'], /^[0-9a-f-]{36}$/);
      assert.equal(new Set(requests.map((request) => request.body)).size, 1);
    });

    it('a conditional change only where nothing was done', async () => {
      refuse(503, 'service-unavailable');
      refuse(502, 'bad-gateway');

      await assert.rejects(remove(), (thrown) => isProblem(thrown, 'bad-gateway'));

      assert.equal(requests.length, 2);
    });

    it('not forever', async () => {
      for (let i = 0; i < 4; i++) {
        refuse(503, 'service-unavailable', { 'Retry-After': '1' });
      }

      await assert.rejects(read(), (thrown) => isProblem(thrown, 'service-unavailable') && thrown.retryAfter === 1);

      assert.equal(requests.length, 4);
    });

    it('not where that would take too long', async () => {
      refuse(429, 'quota-exceeded', { 'Retry-After': '3600' });

      await assert.rejects(read(), (thrown) => thrown.retryAfter === 3600);

      assert.deepEqual(waits, []);
    });

    it('not where the same would come of it', async () => {
      refuse(404, 'not-found');

      await assert.rejects(read(), (thrown) => isProblem(thrown, 'not-found'));

      assert.equal(requests.length, 1);
    });

    it('not once its caller has given up', async () => {
      const impatient = client({ retries: { times: 3 } });
      refuse(503, 'service-unavailable', { 'Retry-After': '20' });
      const signal = AbortSignal.timeout(200);

      const asked = impatient.GET('/v1/rooms/{id}', { params: { path: { id: '1' } }, signal });

      await assert.rejects(asked, { name: 'TimeoutError' });
      assert.equal(requests.length, 1);
    });
  });

  describe('refusals', () => {
    it('tell what is wrong with what', async () => {
      const violations = [{ field: 'name', code: 'REQUIRED', message: 'must not be blank' }];
      answer(
        400,
        { type: '/problems/invalid-request', title: 'The request is not valid', status: 400, traceId: 'trace', violations },
        { 'X-Request-Id': 'request' },
      );

      const thrown = await keyholder.POST('/v1/rooms', { body: { name: '', location: { country: 'DE' } } }).catch((e) => e);

      assert.ok(thrown instanceof KeyholderProblem);
      assert.equal(thrown.slug, 'invalid-request');
      assert.equal(thrown.message, 'The request is not valid');
      assert.deepEqual(thrown.violations, violations);
      assert.equal(thrown.traceId, 'trace');
      assert.equal(thrown.requestId, 'request');
    });

    it('of somebody in between are problems too', async () => {
      answers.push({ status: 418, body: 'no problem', headers: { 'Content-Type': 'text/html' } });

      const thrown = await keyholder.GET('/v1/access/me').catch((e) => e);

      assert.equal(thrown.status, 418);
      assert.equal(thrown.type, 'about:blank');
    });
  });
});
