import { useTranslate } from 'react-admin';
import { CreatePage } from '../parts/RecordPages.js';
import { StationInput } from '../parts/StationPicker.js';
import { pathTo, type TreeStation, useStationTree } from '../parts/stations.js';
import { type Me, may } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';
import { Inputs, Wide } from './Inputs.js';
import { fieldsOf, permissionOf, useKind } from './kind.js';

/** The form of a new draft; the station can be any at which the person may edit this kind, and is theirs to begin with. */
export default function ProgrammeCreate() {
  const facts = useKind();
  const translate = useTranslate();
  const me = useMe();
  const { data: root } = useStationTree();
  const edit = permissionOf(facts, 'EDIT');
  const isBarred = (station: TreeStation) => {
    const path = pathTo(root, station.id).map(({ id }) => id);
    return Boolean(station.closedOn) || !may(me, edit, path);
  };
  return (
    <CreatePage
      title={() => translate('lianxin.programme.create', { name: translate(`resources.${facts.name}.one`) })}
      crumbs={() => [{ label: translate(`resources.${facts.name}.menu`), to: `/${facts.name}` }]}
      fields={['stationId', ...fieldsOf(facts)]}
      defaultValues={{ stationId: firstStation(me, edit) }}
    >
      <Wide>
        <StationInput
          source="stationId"
          label={translate('lianxin.programme.stationLabel')}
          isRequired
          isBarred={isBarred}
        />
      </Wide>
      <Inputs />
    </CreatePage>
  );
}

function firstStation(me: Me | null | undefined, permission: string): string | null {
  const ability = me?.abilities.find((one) => one.permission === permission);
  return ability?.stations[0]?.id ?? null;
}
