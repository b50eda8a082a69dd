import { type ComponentType, lazy } from 'react';
import type { Area } from '../parts/area.js';
import { changed } from '../provider/data.js';
import { fieldsOf, KindContext, type KindFacts, permissionOf } from './kind.js';

export { documentsOf } from './documents.js';
export { FUND_SOURCES, type KindFacts, type OwnField } from './kind.js';
export { type Programme, STATES } from './programme.js';

const ProgrammeList = lazy(() => import('./ProgrammeList.js'));
const ProgrammeShow = lazy(() => import('./ProgrammeShow.js'));
const ProgrammeCreate = lazy(() => import('./ProgrammeCreate.js'));
const ProgrammeEdit = lazy(() => import('./ProgrammeEdit.js'));
const ProgrammeAmend = lazy(() => import('./ProgrammeAmend.js'));

type Values = Record<string, unknown>;

/** The area of one kind of programme: list, page, forms and the amendment, all on the shared parts of this folder. */
export function programmeArea(facts: KindFacts, look: Pick<Area, 'icon' | 'letter' | 'isOnPhoneBar'>): Area {
  const read = permissionOf(facts, 'READ');
  const edit = permissionOf(facts, 'EDIT');
  const Amend = of(facts, ProgrammeAmend);
  return {
    ...look,
    name: facts.name,
    floor: 'programmes',
    permissions: [read],
    rights: { create: [edit], edit: [edit] },
    source: sourceOf(facts),
    list: of(facts, ProgrammeList),
    show: of(facts, ProgrammeShow),
    create: of(facts, ProgrammeCreate),
    edit: of(facts, ProgrammeEdit),
    routes: [{ path: `${facts.name}/:id/amend`, element: <Amend /> }],
    recordRepresentation: 'title',
  };
}

function of(facts: KindFacts, Page: ComponentType): ComponentType {
  return function KindPage() {
    return (
      <KindContext.Provider value={facts}>
        <Page />
      </KindContext.Provider>
    );
  };
}

function sourceOf(facts: KindFacts): NonNullable<Area['source']> {
  const { documents, one } = facts;
  const fields = fieldsOf(facts);
  const known = (values: Values) => pick(values, fields);
  const changedOnly = (values: Values, previous?: Values) => changed(known(values), known(previous ?? {}));
  return {
    list: { document: documents.list, root: facts.name, isExported: true },
    one: { document: documents.one, root: one },
    create: {
      document: documents.create,
      root: `${one}Create`,
      record: one,
      input: (values) => filled(pick(values, ['stationId', ...fields])),
    },
    update: { document: documents.update, root: `${one}Update`, record: one, input: changedOnly },
    acts: {
      amend: {
        document: documents.amend,
        root: `${one}Amend`,
        record: one,
        input: changedOnly,
        variables: ({ reason }) => ({ reason: reason ?? '' }),
      },
    },
  };
}

function pick(values: Values, fields: readonly string[]): Values {
  return Object.fromEntries(fields.filter((field) => field in values).map((field) => [field, values[field]]));
}

/** What the form holds, without the fields that were left empty. */
function filled(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );
}
