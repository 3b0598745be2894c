import { expect, test } from '@jest/globals';
import { isWithinReach } from '../../../src/network/address-reach.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.20.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
])('%s is not public', (address) => {
  expect(isWithinReach(address, 'public')).toBe(false);
});

test.each(['8.8.8.8', '151.101.1.195', '2606:4700::1111', '2a00:1450:4001:82a::200e'])('%s is public', (address) => {
  expect(isWithinReach(address, 'public')).toBe(true);
});

test.each(['0.0.0.0', '169.254.169.254', '::', '::ffff:169.254.169.254', 'fe80::1%eth0', 'fd00:ec2::254'])(
  'no service of the hotel’s own runs at %s',
  (address) => {
    expect(isWithinReach(address, 'own')).toBe(false);
  },
);

test.each(['127.0.0.1', '192.168.1.20', '10.0.0.5', 'fd00::20', '::1', '8.8.8.8'])(
  'a service of the hotel’s own may run at %s',
  (address) => {
    expect(isWithinReach(address, 'own')).toBe(true);
  },
);
