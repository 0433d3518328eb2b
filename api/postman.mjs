// Makes postman.json of openapi.json; with --check only looks whether it is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import converter from 'openapi-to-postmanv2';

const document = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'));
const file = new URL('postman.json', import.meta.url);

const options = {
  folderStrategy: 'Tags',
  requestNameSource: 'Fallback',
  parametersResolution: 'Example',
  optimizeConversion: false,
  stackLimit: 50,
  includeResponses: false,
  keepImplicitHeaders: false,
  disableOptionalParameters: true,
};

// The converter reads the older `example`, and makes values up where there is none: the first of an enumeration, and no nulls.
const plain = { boolean: [false], integer: [1], string: ['string'] };
const withExample = (node) => {
  if (node && typeof node === 'object') {
    if (Array.isArray(node.type)) {
      node.type = node.type.find((type) => type !== 'null');
    }
    const examples = node.examples ?? node.enum ?? (node.additionalProperties ? [{}] : plain[node.type]);
    if (Array.isArray(examples) && !('example' in node)) {
      node.example = examples[0];
    }
    Object.values(node).forEach(withExample);
  }
};
withExample(document);

const conversion = await promisify(converter.convertV2)({ type: 'json', data: document }, options);
if (!conversion.result) {
  throw new Error(conversion.reason);
}
const collection = conversion.output[0].data;

// The same document makes the same collection: ids are drawn anew each time, and nobody refers to them.
const withoutIds = (node) => {
  if (Array.isArray(node)) {
    node.forEach(withoutIds);
  } else if (node && typeof node === 'object') {
    if (typeof node.id === 'string' && ('request' in node || 'item' in node || 'originalRequest' in node)) {
      delete node.id;
    }
    delete node._postman_id;
    delete node._postman_previewlanguage;
    Object.values(node).forEach(withoutIds);
  }
};
withoutIds(collection);

collection.info.name = 'Keyholder';
collection.auth = { type: 'bearer', bearer: [{ type: 'string', key: 'token', value: '{{token}}' }] };
collection.variable = [
  { key: 'baseUrl', value: 'http://localhost:8080', type: 'string' },
  { key: 'token', value: '', type: 'string', description: './keyholder token ada' },
];
const headers = {
  'Idempotency-Key': { value: '{{$guid}}', disabled: false },
  'If-Match': { value: '*', disabled: false },
  'If-None-Match': { value: '', disabled: true },
  'Keyholder-Consistency': { value: '', disabled: true },
};
const simplify = (item) => {
  (item.item ?? []).forEach(simplify);
  if (item.request) {
    ['event', 'protocolProfileBehavior', 'response'].forEach((member) => delete item[member]);
    delete item.request.auth;
    (item.request.header ?? []).forEach((header) => Object.assign(header, headers[header.key]));
  }
};
simplify(collection);
delete collection.event;

const made = JSON.stringify(collection, null, 2) + '\n';
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== made) {
    console.error('api/postman.json is not current: npm run postman');
    process.exit(1);
  }
} else {
  writeFileSync(file, made);
}
