import { Box } from '@mui/material';
import { BooleanInput, TextInput, useTranslate } from 'react-admin';
import { DayInput, EnumInput, MoneyInput, QuantityInput, WholeInput } from '../parts/inputs.js';
import { FUND_SOURCES, type OwnField, UNITS, useKind } from './kind.js';

/** The fields of a programme's form, shared by create, edit and amend; the station stands above them where it can be chosen. */
export function Inputs() {
  const { own } = useKind();
  return (
    <>
      <Wide>
        <TextInput source="title" isRequired />
      </Wide>
      <DayInput source="startsOn" isRequired />
      <DayInput source="endsOn" isRequired />
      {own.map((field) => (
        <OwnInput key={field.source} field={field} />
      ))}
      <MoneyInput source="budget" helperText="lianxin.programme.neededToSubmit" />
      <EnumInput
        source="fundSource"
        type="FundSource"
        values={FUND_SOURCES}
        helperText="lianxin.programme.neededToSubmit"
      />
      <TextInput source="responsible" helperText="lianxin.programme.neededToSubmit" />
      <Wide>
        <TextInput source="plan" multiline minRows={4} helperText="lianxin.programme.planHelp" />
      </Wide>
    </>
  );
}

/** A field that takes the whole row of the form. */
export function Wide({ children }: { children: React.ReactNode }) {
  return <Box sx={{ gridColumn: '1 / -1' }}>{children}</Box>;
}

function OwnInput({ field }: { field: OwnField }) {
  const { source, is, type = '', values = [], isRequired } = field;
  const { name } = useKind();
  const label = useTranslate()(`resources.${name}.fields.${source}`);
  if (is === 'enum') return <EnumInput source={source} type={type} values={values} isRequired={isRequired} />;
  if (is === 'whole') return <WholeInput source={source} isRequired={isRequired} />;
  if (is === 'money') return <MoneyInput source={source} isRequired={isRequired} />;
  if (is === 'flag') return <BooleanInput source={source} label={label} helperText={false} />;
  if (is === 'quantity') return <QuantityInput source={source} label={label} units={UNITS} />;
  return <TextInput source={source} isRequired={isRequired} />;
}
