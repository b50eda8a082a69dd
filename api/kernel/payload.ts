import { type ClassType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { ErrorCode, InputMistakes, type Language, type Mistake } from './errors.js';

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'What kind of mistake a `UserError` names （错误代码）.',
  valuesConfig: {
    REQUIRED: { description: 'Nothing was given where something is needed （必填）.' },
    INVALID: { description: 'The value is not of the right form, or contradicts another （无效）.' },
    TOO_LONG: { description: 'The text is longer than allowed （过长）.' },
    OUT_OF_RANGE: { description: 'The number or day is outside its bounds （超出范围）.' },
    TAKEN: { description: 'Another record of the county has this value already （已被占用）.' },
    NOT_FOUND: { description: 'The record named does not exist within your reach （不存在）.' },
    FORBIDDEN: { description: 'A rule of who may do what refuses this value （无权）.' },
    WRONG_STATE: { description: 'The record is in a state that does not allow this （状态不符）.' },
    WEAK: { description: 'The password is too easy to guess （密码太弱）.' },
    WRONG_PASSWORD: { description: 'Account and password do not fit （账号或密码不正确）.' },
    LOCKED: { description: 'Too many failures; wait before trying again （已锁定）.' },
  },
});

/** One mistake of the asker, said in the language of the request. */
@ObjectType({ description: 'Something the asker can put right, with the field it belongs to （输入错误）.' })
export class UserError {
  @Field(() => [String], {
    nullable: true,
    description: 'Path to the input field, such as `["input", "code"]`; null when it concerns the whole.',
  })
  path!: string[] | null;

  @Field(() => ErrorCode, { description: 'Stable code for programs.' })
  code!: ErrorCode;

  @Field(() => String, { description: 'A sentence for people, in the language of the request.' })
  message!: string;
}

/** Whatever has a language and an operation whose writes can be given up. */
export interface Attempting {
  readonly language: Language;
  giveUp(): void;
}

/** Runs a service call and answers `{ [field]: record, errors }`: mistakes of the asker become errors, and nothing of the operation is kept. */
export async function attempt<Field extends string, T>(
  asker: Attempting,
  field: Field,
  act: () => Promise<T>,
): Promise<Record<Field, T | null> & { errors: UserError[] }> {
  try {
    return { [field]: await act(), errors: [] } as unknown as Record<Field, T | null> & { errors: UserError[] };
  } catch (error) {
    if (!(error instanceof InputMistakes)) throw error;
    asker.giveUp();
    const errors = error.mistakes.map((m) => userError(m, asker.language));
    return { [field]: null, errors } as unknown as Record<Field, T | null> & { errors: UserError[] };
  }
}

function userError(mistake: Mistake, language: Language): UserError {
  return Object.assign(new UserError(), {
    path: mistake.path === null ? null : [...mistake.path],
    code: mistake.code,
    message: mistake.says[language],
  });
}

export type PayloadOf<F extends string, T> = Record<F, T | null> & { errors: UserError[] };

/** Makes the payload type of one mutation: `payloadType('StationCreate', 'station', () => Station)` is `StationCreatePayload { station, errors }`. */
export function payloadType<F extends string, T extends object>(
  act: string,
  field: F,
  type: () => ClassType<T>,
): ClassType<PayloadOf<F, T>> {
  class Payload {
    errors!: UserError[];
  }
  const name = `${act}Payload`;
  Field(() => type(), { nullable: true, description: 'The record as it is now; null when there are errors.' })(
    Payload.prototype,
    field,
  );
  Field(() => [UserError], { description: 'What the asker can put right; empty when it was done.' })(
    Payload.prototype,
    'errors',
  );
  ObjectType(name, { description: `The answer to ${act.charAt(0).toLowerCase()}${act.slice(1)}.` })(Payload);
  Object.defineProperty(Payload, 'name', { value: name });
  return Payload as unknown as ClassType<PayloadOf<F, T>>;
}
