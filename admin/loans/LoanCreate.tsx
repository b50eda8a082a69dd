import { TextInput, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { DayInput, MoneyInput } from '../parts/inputs.js';
import { CreatePage } from '../parts/RecordPages.js';

/** A loan that a household asks for; the household is given by its number. */
export default function LoanCreate() {
  const translate = useTranslate();
  return (
    <CreatePage
      fields={['householdCode', 'amount', 'lender', 'purpose', 'appliedOn']}
      title={() => translate('resources.loans.create')}
      crumbs={() => [{ label: translate('resources.loans.menu'), to: '/loans' }]}
      defaultValues={{ appliedOn: today() }}
    >
      <TextInput source="householdCode" isRequired />
      <MoneyInput source="amount" isRequired />
      <TextInput source="lender" isRequired />
      <TextInput source="purpose" />
      <DayInput source="appliedOn" isRequired />
    </CreatePage>
  );
}
