import { describe, expect, test } from '@jest/globals';
import { ServiceError } from '../../../src/domain/errors.ts';
import { createGuestFieldSetup } from '../../../src/pms/cloudbeds/ensure-guest-fields.ts';
import { guestFieldDefinitions } from '../../../src/pms/cloudbeds/guest-field-definitions.ts';
import type { HttpDoor } from '../../../src/pms/cloudbeds/http-door.ts';
import { createKnownFieldsCache } from '../../../src/pms/cloudbeds/known-fields.ts';
import { createGuestFieldWriter } from '../../../src/pms/cloudbeds/write-guest-fields.ts';
import type { FieldMemory, LearnedFields } from '../../../src/ports/field-memory.ts';
import type { PmsCall } from '../../../src/ports/pms.ts';
import { createRecordedLogger } from './recorded-logger.ts';

const call: PmsCall = {
  property: { propertyId: '11', timeZone: 'Europe/Berlin' },
  urgency: 2,
  signal: new AbortController().signal,
};

interface Field {
  readonly name: string;
  readonly shortcode: string;
  readonly applyTo: string;
  readonly maxCharacters?: unknown;
}

interface Form extends Field {
  readonly guestCustomFields: readonly { readonly customFieldName: string; readonly customFieldValue: string }[];
}

const noFailure: (operation: string) => void = () => undefined;

/** A PMS that has fields and refuses what it does not know. `beforeAnswer` may fail a request that was carried out. */
function createSetting(
  fields: Field[] = guestFieldDefinitions.map((field) => ({ ...field, applyTo: 'guest' })),
  memory?: FieldMemory,
) {
  const asked: string[] = [];
  const written: Form['guestCustomFields'][] = [];
  const logger = createRecordedLogger();
  const setting = {
    fields,
    asked,
    written,
    logger,
    now: '2026-11-23T10:00:00.000Z',
    beforeAnswer: noFailure,
  };
  const carryOut = (operation: string, form: Form): unknown => {
    if (operation === 'getCustomFields') return fields.map((field) => ({ ...field }));
    if (operation === 'postCustomField') {
      if (fields.some(({ shortcode }) => shortcode === form.shortcode))
        throw new ServiceError('pms_refused', { reason: 'other' });
      fields.push(form);
      return {};
    }
    const isKnown = form.guestCustomFields.every(({ customFieldName }) =>
      fields.some(({ name }) => name === customFieldName),
    );
    if (!isKnown) throw new ServiceError('pms_refused', { reason: 'custom_field_unknown' });
    written.push(form.guestCustomFields);
    return {};
  };
  const door: HttpDoor = {
    ask: async (operation, parameters) => {
      await Promise.resolve();
      asked.push(operation);
      const data = carryOut(operation, parameters as unknown as Form);
      setting.beforeAnswer(operation);
      return { body: { success: true, data }, requestId: `req-${asked.length}` };
    },
    sendFile: () => Promise.reject(new Error('No file is sent here')),
    askForTokens: () => Promise.reject(new Error('No tokens are asked for here')),
  };
  const cache = createKnownFieldsCache({
    look: createGuestFieldSetup(door, logger),
    clock: { now: () => setting.now },
    ...(memory && { memory }),
  });
  const writeFields = createGuestFieldWriter({ door, fields: cache, logger });
  return { ...setting, setting, cache, writeFields };
}

describe('setting up guest fields', () => {
  test('creates what is missing, for staff only, as personal data, at its full length', async () => {
    const { cache, fields, asked } = createSetting([]);
    await cache.refresh(call);
    expect(fields).toHaveLength(5);
    expect(fields[2]).toEqual({
      propertyID: '11',
      name: 'Screening summary',
      shortcode: 'screening_summary',
      maxCharacters: 255,
      applyTo: 'guest',
      required: false,
      isPersonal: true,
      type: 'input',
      displayed: ['reservation'],
    });
    expect(asked).toHaveLength(7);
  });

  test('asks once where nothing is missing', async () => {
    const { cache, asked } = createSetting();
    await cache.refresh(call);
    expect(asked).toEqual(['getCustomFields']);
  });

  test.each(['pms_unreachable', 'pms_timeout', 'pms_server_error'] as const)(
    'looks again when the answer to a creation is lost (%s)',
    async (code) => {
      const { cache, setting, fields, asked } = createSetting([]);
      let lost = 0;
      setting.beforeAnswer = (operation) => {
        if (operation === 'postCustomField' && (lost += 1) <= 2) throw new ServiceError(code);
      };
      await cache.refresh(call);
      expect(fields.map(({ shortcode }) => shortcode)).toEqual(guestFieldDefinitions.map(({ shortcode }) => shortcode));
      expect(asked.filter((operation) => operation === 'postCustomField')).toHaveLength(5);
    },
  );

  test('takes the fields of another process that was faster', async () => {
    const { cache, setting, fields } = createSetting([]);
    let reads = 0;
    setting.beforeAnswer = (operation) => {
      if (operation === 'getCustomFields' && (reads += 1) === 1) {
        fields.push(...guestFieldDefinitions.map((field) => ({ ...field, applyTo: 'guest' })));
      }
    };
    await cache.refresh(call);
    expect(fields).toHaveLength(5);
  });

  test('tells, naming the field, when a creation is refused, and makes the others', async () => {
    const { cache } = createSetting([{ name: 'Ours?', shortcode: 'screening_status', applyTo: 'reservation' }]);
    const { fields, refusal } = await cache.refresh(call);
    expect(refusal).toMatchObject({ code: 'pms_refused', facts: { reason: 'other', shortcode: 'screening_status' } });
    expect(fields.has('screening_status')).toBe(false);
    expect(fields.size).toBe(4);
  });
});

describe('writing guest fields', () => {
  const values = { screening_status: 'Completed', screening_outcome: '' };

  test('is one request, by the names that the fields have now', async () => {
    const { writeFields, cache, fields, asked, written } = createSetting();
    fields[0] = { name: 'Gästeprüfung', shortcode: 'screening_status', applyTo: 'guest', maxCharacters: '40' };
    await cache.refresh(call);
    await expect(writeFields(call, '901', values)).resolves.toMatchObject({ requestId: 'req-2' });
    expect(asked).toEqual(['getCustomFields', 'putGuest']);
    expect(written).toEqual([
      [
        { customFieldName: 'Gästeprüfung', customFieldValue: 'Completed' },
        { customFieldName: 'Screening outcome', customFieldValue: '' },
      ],
    ]);
  });

  test('of nothing asks nothing', async () => {
    const { writeFields, asked } = createSetting();
    await expect(writeFields(call, '901', {})).resolves.toMatchObject({ requestId: undefined });
    expect(asked).toEqual([]);
  });

  test('after a rename looks once, however many writes it hits', async () => {
    const { writeFields, cache, fields, asked, written } = createSetting();
    await cache.refresh(call);
    fields[0] = { name: 'Renamed', shortcode: 'screening_status', applyTo: 'guest', maxCharacters: 40 };
    await Promise.all(['901', '902', '903'].map((guestId) => writeFields(call, guestId, values)));
    expect(written).toHaveLength(3);
    expect(asked.filter((operation) => operation === 'getCustomFields')).toHaveLength(2);
  });

  test('creates a field that staff deleted', async () => {
    const { writeFields, cache, fields, written } = createSetting();
    await cache.refresh(call);
    fields.splice(0, 1);
    await writeFields(call, '901', values);
    expect(written).toHaveLength(1);
    expect(fields).toHaveLength(5);
  });

  test('gives up when a field is still unknown after a look', async () => {
    const { writeFields, setting, asked } = createSetting();
    setting.beforeAnswer = (operation) => {
      if (operation === 'putGuest') throw new ServiceError('pms_refused', { reason: 'custom_field_unknown' });
    };
    await expect(writeFields(call, '901', values)).rejects.toMatchObject({ code: 'pms_refused' });
    expect(asked.filter((operation) => operation === 'putGuest')).toHaveLength(2);
  });

  test('does not repeat any other refusal', async () => {
    const { writeFields, setting, asked } = createSetting();
    setting.beforeAnswer = (operation) => {
      if (operation === 'putGuest') throw new ServiceError('pms_refused', { reason: 'guest_unknown' });
    };
    await expect(writeFields(call, '901', values)).rejects.toMatchObject({ facts: { reason: 'guest_unknown' } });
    expect(asked.filter((operation) => operation === 'putGuest')).toHaveLength(1);
  });

  test('looks again after a quarter of an hour, since a rename may go unrefused', async () => {
    const { writeFields, setting, asked } = createSetting();
    await writeFields(call, '901', values);
    await writeFields(call, '901', values);
    setting.now = '2026-11-23T10:15:00.000Z';
    await writeFields(call, '901', values);
    expect(asked).toEqual(['getCustomFields', 'putGuest', 'putGuest', 'getCustomFields', 'putGuest']);
  });

  test('survives that the one whose look it shared was cancelled', async () => {
    const { writeFields, setting, written } = createSetting();
    let looks = 0;
    setting.beforeAnswer = (operation) => {
      if (operation === 'getCustomFields' && (looks += 1) === 1) throw new Error('aborted');
    };
    const [first, second] = await Promise.allSettled([
      writeFields(call, '901', values),
      writeFields(call, '902', values),
    ]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(written).toHaveLength(1);
  });

  test('cuts what a field cannot hold, and says so once', async () => {
    const { writeFields, fields, written, logger } = createSetting();
    fields[2] = { name: 'Screening summary', shortcode: 'screening_summary', applyTo: 'guest', maxCharacters: 10 };
    await writeFields(call, '901', { screening_summary: 'House list: clear' });
    await writeFields(call, '902', { screening_summary: '12345678🏨0' });
    await writeFields(call, '903', { screening_summary: 'just right' });
    expect(written.flat().map(({ customFieldValue }) => customFieldValue)).toEqual([
      'House lis…',
      '12345678…',
      'just right',
    ]);
    expect(logger.lines.filter(({ event }) => event === 'pms.value_cut')).toEqual([
      {
        level: 'warn',
        event: 'pms.value_cut',
        facts: { propertyId: '11', shortcode: 'screening_summary', maxCharacters: 10 },
      },
    ]);
  });

  test('takes a field that does not say how much it holds for one of ours', async () => {
    const { writeFields, fields, written } = createSetting();
    fields[0] = { name: 'Screening status', shortcode: 'screening_status', applyTo: 'guest', maxCharacters: null };
    await writeFields(call, '901', { screening_status: 'x'.repeat(50) });
    expect(written[0]?.[0]?.customFieldValue).toHaveLength(40);
  });
});

describe('what the process before has learned of guest fields', () => {
  const renamed = guestFieldDefinitions.map((field) => ({ ...field, applyTo: 'guest', name: `Our ${field.name}` }));
  function createMemory(): FieldMemory {
    const kept = new Map<string, LearnedFields>();
    return {
      find: (propertyId) => Promise.resolve(kept.get(propertyId)),
      note: (propertyId, learned) => Promise.resolve(void kept.set(propertyId, learned)),
    };
  }

  test('is written by without asking the PMS, while it is fresh', async () => {
    const memory = createMemory();
    await createSetting(renamed, memory).cache.refresh(call);
    const next = createSetting(renamed, memory);
    await next.writeFields(call, 'G1', { screening_status: 'Completed' });
    expect(next.asked).toEqual(['putGuest']);
    expect(next.written[0]?.[0]?.customFieldName).toBe('Our Screening status');
    const later = createSetting(renamed, memory);
    later.setting.now = '2026-11-23T10:15:00.000Z';
    await later.writeFields(call, 'G1', { screening_status: 'Completed' });
    expect(later.asked).toEqual(['getCustomFields', 'putGuest']);
  });

  test('is not believed where the PMS does not know it, nor where it comes from the future', async () => {
    const memory = createMemory();
    await createSetting(renamed, memory).cache.refresh(call);
    const next = createSetting(undefined, memory);
    await next.writeFields(call, 'G1', { screening_status: 'Completed' });
    expect(next.asked).toEqual(['putGuest', 'getCustomFields', 'putGuest']);
    const before = createSetting(undefined, memory);
    before.setting.now = '2026-11-23T09:00:00.000Z';
    await before.writeFields(call, 'G1', { screening_status: 'Completed' });
    expect(before.asked).toEqual(['getCustomFields', 'putGuest']);
  });
});
