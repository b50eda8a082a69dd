/** A hundred teachers of the county. */
export const TEACHERS_PAGE = /* GraphQL */ `
  query TeachersPage($offset: Int) {
    page: teachers(first: 100, offset: $offset) {
      totalCount
      nodes { id version name speciality provider { id version name } }
    }
  }
`;

/** A hundred providers of the county. */
export const PROVIDERS_PAGE = /* GraphQL */ `
  query ProvidersPage($offset: Int) {
    page: trainingProviders(first: 100, offset: $offset) {
      totalCount
      nodes { id version name }
    }
  }
`;

/** Enters a teacher. */
export const TEACHER_CREATE = /* GraphQL */ `
  mutation TeacherCreate($input: TeacherCreateInput!, $idempotencyKey: String) {
    teacherCreate(input: $input, idempotencyKey: $idempotencyKey) {
      teacher { id }
      errors { path code message }
    }
  }
`;

/** Corrects a teacher. */
export const TEACHER_UPDATE = /* GraphQL */ `
  mutation TeacherUpdate($id: ID!, $version: Int!, $input: TeacherUpdateInput!) {
    teacherUpdate(id: $id, version: $version, input: $input) {
      teacher { id }
      errors { path code message }
    }
  }
`;

/** Enters a provider. */
export const PROVIDER_CREATE = /* GraphQL */ `
  mutation TrainingProviderCreate($input: TrainingProviderCreateInput!, $idempotencyKey: String) {
    trainingProviderCreate(input: $input, idempotencyKey: $idempotencyKey) {
      trainingProvider { id }
      errors { path code message }
    }
  }
`;

/** Corrects a provider. */
export const PROVIDER_UPDATE = /* GraphQL */ `
  mutation TrainingProviderUpdate($id: ID!, $version: Int!, $input: TrainingProviderUpdateInput!) {
    trainingProviderUpdate(id: $id, version: $version, input: $input) {
      trainingProvider { id }
      errors { path code message }
    }
  }
`;
