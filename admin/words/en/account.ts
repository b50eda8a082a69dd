/** The words of one's own account. */
export const account = {
  account: {
    title: 'My account',
    password: 'Change password',
    current: 'Current password',
    next: 'New password',
    again: 'New password again',
    unlike: 'The two new passwords differ',
    rule: 'At least 12 characters; not the account name, not a common password',
    change: 'Change password',
    changed: 'Password changed; other sessions are signed out',
    mustChange: 'Change your password first; the other pages open after that.',
    sessions: 'Open sessions',
    seen: 'Signed in %{from}, last used %{last}',
    thisOne: 'This one',
    end: 'Sign out',
    endOthers: 'Sign out all others',
  },
};
