import { ApiKey, ApiKeyMade, type NewApiKey } from '../contract/api-keys.ts';
import { Person, PersonLink, type NewPerson, type PersonChange } from '../contract/people.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** What an administrator asks the service to do. */

export function invitePerson(person: NewPerson): Promise<PersonLink> {
  return request(PersonLink, paths.peoplePath, { method: 'POST', body: { json: person } });
}

export function changePerson(id: string, change: PersonChange): Promise<Person> {
  return request(Person, paths.personPath(id), { method: 'PUT', body: { json: change } });
}

export function makePersonLink(id: string): Promise<PersonLink> {
  return request(PersonLink, paths.personLinkPath(id), { method: 'POST' });
}

export function signPersonOut(id: string): Promise<Person> {
  return request(Person, paths.personSessionsPath(id), { method: 'DELETE' });
}

export function makeApiKey(key: NewApiKey): Promise<ApiKeyMade> {
  return request(ApiKeyMade, paths.keysPath, { method: 'POST', body: { json: key } });
}

export function revokeApiKey(id: string): Promise<ApiKey> {
  return request(ApiKey, paths.keyPath(id), { method: 'DELETE' });
}
