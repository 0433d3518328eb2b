// What must compile, and what must not.
import { createKeyholder, data, ifMatch, type Room } from '../src/index.js';

const keyholder = createKeyholder({ baseUrl: 'https://keyholder.example', token: async () => 'token' });

export async function compiles(): Promise<Room> {
  for await (const room of keyholder.list('/v1/rooms', { query: { country: ['DE'], sort: 'name' } })) {
    const name: string = room.name;
    console.log(name, room.capacity ?? 0);
  }
  for await (const assignment of keyholder.list('/v1/roles/{id}/assignments', { path: { id: 'x' } })) {
    console.log(assignment.members.length);
  }
  const room = await data(keyholder.POST('/v1/rooms', { body: { name: 'Rainier', location: { country: 'US' } } }));
  const params = { path: { id: room.id }, header: ifMatch(room) };
  await keyholder.PATCH('/v1/rooms/{id}', { params, body: { capacity: null } });
  return keyholder.update('/v1/rooms/{id}', { id: room.id }, (present) => ({ name: present.name.trim() }));
}

export async function doesNotCompile(room: Room): Promise<void> {
  // @ts-expect-error: no such path
  await keyholder.GET('/v1/nothing');
  // @ts-expect-error: a change needs If-Match
  await keyholder.PATCH('/v1/rooms/{id}', { params: { path: { id: room.id } }, body: {} });
  // @ts-expect-error: a room is somewhere
  await keyholder.POST('/v1/rooms', { body: { name: 'Rainier' } });
  // @ts-expect-error: not a list
  keyholder.list('/v1/rooms/{id}');
  // @ts-expect-error: no such filter
  keyholder.list('/v1/rooms', { query: { colour: 'red' } });
  // @ts-expect-error: nothing that is patched
  await keyholder.update('/v1/access/me', {}, () => undefined);
}
