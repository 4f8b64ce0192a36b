import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsHexColor,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

import {
  areDifferent,
  EMAIL_MAX,
  inOneLine,
  isCalendarInstant,
  isPlainEmail,
  isShortEmail,
  MaxLength,
  trimmed,
} from './field-rules';

/*
 * One declaration a field: it validates what comes in and documents it, or documents what goes out. Names are the
 * wire's snake_case. On answers the same decorators only document.
 */
export interface FieldOptions {
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  description?: string;
  example?: unknown;
}

type Type<T> = new (...parameters: never[]) => T;

function field(
  options: FieldOptions,
  api: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const documented = {
    ...api,
    ...(options.nullable === true ? { nullable: true } : {}),
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(options.example === undefined ? {} : { example: options.example }),
  };
  return applyDecorators(
    Expose(),
    options.optional === true ? ApiPropertyOptional(documented) : ApiProperty(documented),
    ...presence(options),
    ...rules,
  );
}

/** `IsOptional` would let null through as well, so absence and null are told apart here. */
function presence({ optional, nullable }: FieldOptions): PropertyDecorator[] {
  if (optional === true && nullable === true) return [IsOptional()];
  if (optional === true) return [ValidateIf((_: unknown, value: unknown) => value !== undefined)];
  if (nullable === true) return [ValidateIf((_: unknown, value: unknown) => value !== null)];
  return [];
}

/** A line or paragraph of text, trimmed. `min` 1 unless told: an empty text is not a text. */
export function Text(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  const { max, min = 1 } = options;
  return field(
    options,
    { type: String, maxLength: max, ...(min > 0 ? { minLength: min } : {}) },
    IsString(),
    MinLength(min),
    MaxLength(max),
    trimmed,
  );
}

/** A name or a title: one line that reads in its own direction wherever it is shown. */
export function Line(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  return applyDecorators(Text(options), inOneLine);
}

/** A secret, taken to the letter: never trimmed, never shown. */
export function Secret(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  const { max, min = 1 } = options;
  return field(
    options,
    { type: String, format: 'password', minLength: min, maxLength: max },
    IsString(),
    MinLength(min),
    MaxLength(max),
  );
}

export function Email(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'email', maxLength: EMAIL_MAX },
    isPlainEmail,
    isShortEmail,
    trimmed,
  );
}

export function Phone(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, maxLength: 20 },
    IsString(),
    Matches(/^$|^\+?[\d\s().-]{4,20}$/, { message: '$property must be a telephone number' }),
    trimmed,
  );
}

export function OneOf<T extends string>(
  values: readonly T[],
  options: FieldOptions & { name?: string } = {},
): PropertyDecorator {
  const api =
    options.name === undefined ? { enum: [...values] } : { enum: [...values], enumName: options.name };
  return field(options, api, IsIn([...values]));
}

/** Some of a few words, each at most once, in a body. */
export function Choices<T extends string>(
  values: readonly T[],
  options: FieldOptions & { name: string; min?: number },
): PropertyDecorator {
  const { name, min = 1 } = options;
  return field(
    options,
    { enum: [...values], enumName: name, isArray: true, minItems: min, maxItems: values.length },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(values.length),
    areDifferent,
    IsIn([...values], { each: true, message: `$property may hold ${values.join(', ')}` }),
  );
}

export function Int(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max = 2 ** 31 - 1 } = options;
  return field(options, { type: 'integer', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));
}

export function Num(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Number });
}

export function Bool(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean());
}

/** ISO 8601 with date and time. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date-time' }, isCalendarInstant);
}

export function Uuid(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, IsUUID());
}

export function HexColor(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, pattern: '^#[0-9a-fA-F]{6}$', example: '#6366f1' },
    IsHexColor(),
    Matches(/^#[0-9a-fA-F]{6}$/, { message: '$property must look like #6366f1' }),
  );
}

export function Lines(options: FieldOptions & { maxItems: number; max: number }): PropertyDecorator {
  return field(
    options,
    {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: options.max },
      maxItems: options.maxItems,
    },
    IsArray(),
    ArrayMaxSize(options.maxItems),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(options.max, { each: true }),
    inOneLine,
  );
}

/** Short texts of an answer. */
export function Words(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, isArray: true });
}

export function Ints(options: FieldOptions & { maxItems: number; min?: number }): PropertyDecorator {
  const { maxItems, min = 0 } = options;
  return field(
    options,
    { type: 'array', items: { type: 'integer', minimum: min, maximum: 2 ** 31 - 1 }, maxItems },
    IsArray(),
    ArrayMaxSize(maxItems),
    IsInt({ each: true }),
    Min(min, { each: true }),
    Max(2 ** 31 - 1, { each: true }),
  );
}

export function Uuids(options: FieldOptions & { maxItems: number }): PropertyDecorator {
  return field(
    options,
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: options.maxItems },
    IsArray(),
    ArrayMaxSize(options.maxItems),
    areDifferent,
    IsUUID(undefined, { each: true }),
  );
}

/** A JSON object whose inside the domain checks. */
export function Json(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true }, IsObject());
}

/*
 * Nest's documents know a lazy type by its function's name, `type`: the arrows below get it from their key.
 */

/** One object of a known class. */
export function Part<T>(type: () => Type<T>, options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: () => type() }, IsObject(), ValidateNested(), Type(type));
}

/** A list of objects of a known class. */
export function Parts<T>(
  type: () => Type<T>,
  options: FieldOptions & { maxItems?: number } = {},
): PropertyDecorator {
  return field(
    options,
    { type: () => type(), isArray: true },
    IsArray(),
    ArrayMaxSize(options.maxItems ?? 1000),
    ValidateNested({ each: true }),
    Type(type),
  );
}

/* Query strings carry text only: these turn it into values first. */

const numeric = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
);

export function IntParam(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  return applyDecorators(numeric, Int({ optional: true, ...options }));
}

export function BoolParam(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value,
    ),
    Bool({ optional: true, ...options }),
  );
}

/** One or several values, separated by commas or repeated: `status=open,pending`. */
export function AnyOf<T extends string>(values: readonly T[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    { optional: true, ...options },
    { type: 'array', items: { type: 'string', enum: [...values] } },
    IsIn([...values], { each: true, message: `$property must be any of ${values.join(', ')}` }),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? [...new Set(value.split(',').map((part) => part.trim()))] : value,
    ),
  );
}
