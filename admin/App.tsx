// To add an area:
// 1. `admin/<area>/<area>.documents.ts`: every GraphQL document as an exported /* GraphQL */ constant (a test checks them).
// 2. `admin/<area>/index.tsx`: export an `Area` (parts/area.ts) with `lazy(() => import('./XList.js'))` pages on ListPage,
//    ShowPage, EditPage and CreatePage, and a `source` (provider/data.ts) that names documents, roots and payload fields.
// 3. `admin/words/zh-CN/<area>.ts` and `en/<area>.ts`: names, fields, sentences (the same keys in both; a test compares).
// 4. List the area in `admin/areas.ts`. Menu, guards, shortcuts, command box and home follow from what it says of itself.

import { QueryClient } from '@tanstack/react-query';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import {
  AdminContext,
  CoreAdminUI,
  CustomRoutes,
  type I18nProvider,
  localStorageStore,
  Notification,
  Resource,
} from 'react-admin';
import { Route } from 'react-router-dom';
import { areas } from './areas.js';
import { Gate } from './layout/Gate.js';
import { Guard } from './layout/Guard.js';
import { Layout } from './layout/Layout.js';
import { NotFound } from './layout/NotFound.js';
import { SignInAgain } from './layout/SignInAgain.js';
import { darkTheme, lightTheme } from './layout/theme.js';
import { type Area, AreasContext, needed } from './parts/area.js';
import { ErrorState } from './parts/refusals.js';
import { Loading } from './parts/states.js';
import { authProviderOf, type Rights } from './provider/auth.js';
import { dataProviderOf, type Source } from './provider/data.js';

const Home = lazy(() => import('./home/Home.js'));
const Account = lazy(() => import('./account/Account.js'));

const sources: Record<string, Source> = {};
const rights: Record<string, Rights> = {};
for (const area of areas) {
  if (area.source) sources[area.name] = area.source;
  rights[area.name] = { list: area.permissions, ...area.rights };
}

const dataProvider = dataProviderOf(sources);
const authProvider = authProviderOf(rights);
const store = { ...localStorageStore(undefined, 'lianxin'), reset: () => undefined };
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } });

/** The console: the areas, wired to the providers, in the layout. */
export function App({ i18nProvider }: { i18nProvider: I18nProvider }) {
  return (
    <AreasContext.Provider value={areas}>
      <AdminContext
        dataProvider={dataProvider}
        authProvider={authProvider}
        i18nProvider={i18nProvider}
        queryClient={queryClient}
        store={store}
        lightTheme={lightTheme}
        darkTheme={darkTheme}
        defaultTheme="light"
      >
        <Gate>
          <CoreAdminUI
            layout={Framed}
            loginPage={false}
            dashboard={Home}
            catchAll={NotFound}
            loading={Starting}
            error={Failed}
            title={document.title}
            disableTelemetry
          >
            {areas.map(resourceOf)}
            <CustomRoutes>
              <Route path="/account" element={<Account />} />
              {areas.flatMap((area) => (area.routes ?? []).map((route) => routeOf(area, route)))}
            </CustomRoutes>
            <CustomRoutes noLayout>
              {areas.flatMap((area) => (area.prints ?? []).map((print) => routeOf(area, print)))}
            </CustomRoutes>
          </CoreAdminUI>
        </Gate>
      </AdminContext>
    </AreasContext.Provider>
  );
}

function Starting() {
  return <Loading />;
}

function Failed({ error, resetErrorBoundary }: { error: Error; resetErrorBoundary: (reason: unknown) => void }) {
  return <ErrorState error={error} retry={() => resetErrorBoundary(undefined)} />;
}

function Framed({ children }: { children: ReactNode }) {
  return (
    <>
      <Layout>{children}</Layout>
      <SignInAgain />
      <Notification />
    </>
  );
}

function resourceOf(area: Area) {
  const { name, icon, recordRepresentation } = area;
  const pages: Partial<Record<keyof Rights, ReactNode>> = {};
  for (const action of ['list', 'show', 'edit', 'create'] as const) {
    const Found = area[action];
    if (Found) pages[action] = guarded(area, action, Found);
  }
  return (
    <Resource key={name} name={name} icon={icon} recordRepresentation={recordRepresentation} {...(pages as object)} />
  );
}

function routeOf(area: Area, { path, element }: { path: string; element: ReactNode }) {
  return <Route key={path} path={`/${path}`} element={<Guard permissions={area.permissions}>{element}</Guard>} />;
}

function guarded(area: Area, action: keyof Rights, Found: ComponentType) {
  return (
    <Guard permissions={needed(area, action)} name={area.name}>
      <Suspense fallback={<Loading />}>
        <Found />
      </Suspense>
    </Guard>
  );
}
