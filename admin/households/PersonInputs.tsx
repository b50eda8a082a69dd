import { BooleanInput, required, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { DayInput, EnumInput } from '../parts/inputs.js';

/** What is known of a person. The numbers are typed whole or not at all: the form never holds the ones that are kept. */
export function PersonInputs() {
  const translate = useTranslate();
  const record = useRecordContext();
  const help = (masked: unknown) =>
    masked ? translate('resources.persons.keptNumber', { masked }) : translate('resources.persons.numberHelp');
  return (
    <>
      <TextInput
        source="name"
        validate={required()}
        slotProps={{ htmlInput: { maxLength: 40, autoComplete: 'off' } }}
      />
      <EnumInput source="sex" type="Sex" values={['MALE', 'FEMALE']} />
      <TextInput
        source="idNumber"
        helperText={help(record?.idNumberMasked)}
        slotProps={{ htmlInput: { maxLength: 22, autoComplete: 'off', spellCheck: false } }}
      />
      <DayInput source="birthDay" />
      <TextInput
        source="phone"
        helperText={record?.phoneMasked ? help(record.phoneMasked) : undefined}
        slotProps={{ htmlInput: { maxLength: 20, inputMode: 'tel', autoComplete: 'off' } }}
      />
      <BooleanInput source="canWork" />
      <BooleanInput source="isStudent" />
    </>
  );
}
