import { emailKey, searchKey } from './folding';
import { User } from './user';

const NOW = new Date('2026-03-02T09:00:00.000Z');
const someone = (first_name: string, last_name: string, email = 'x@velumera.example') =>
  User.create(
    { email, first_name, last_name, role: 'customer', password_hash: null, timezone_pref: 'Asia/Kolkata' },
    NOW,
  );

describe('a person', () => {
  it('keeps the address as typed and compares it without case', () => {
    const user = someone('Ada', 'Byron', ' Ada.Byron@Velumera.Example ');
    expect(user.email).toBe('Ada.Byron@Velumera.Example');
    expect(user.email_key).toBe('ada.byron@velumera.example');
    expect(emailKey('JOSÉ@x.example')).not.toBe(emailKey('jose@x.example'));
  });

  it('is sorted and searched by a name without case and accents', () => {
    expect(someone('Ágnes', 'Ödön').name_key).toBe('agnes odon');
    expect(searchKey('  Ñandú \n')).toBe('nandu');
  });

  it('has initials of whole characters and never an empty name', () => {
    expect(someone('Ada', 'Byron').initials).toBe('AB');
    expect(someone('😀mile', 'x').initials).toBe('😀X');
    expect(someone('', '').full_name).toBe('x@velumera.example');
    expect(someone('', '').initials).toBe('X');
  });

  it('is staff by role and by nothing else', () => {
    const user = someone('Ada', 'Byron');
    expect(user.is_staff).toBe(false);
    user.become('agent');
    expect(user.is_staff).toBe(true);
  });
});
