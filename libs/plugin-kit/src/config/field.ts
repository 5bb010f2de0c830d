import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy, ValidateNested } from 'class-validator';
import { parseDay, parseLocalDateTime } from '../temporal-text.js';

/** What the admin form shows beside what class-validator already says. */
export interface FieldAnnotation {
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly isSecret?: boolean;
  readonly refersTo?: ReferenceKind;
}

/**
 * What a text of a configuration may name: a `credit-type`, `template` or `profession` of the society; a `form` of the
 * activity; a `category`, `type` or `track` of its programme.
 */
export const referenceKinds = [
  'credit-type',
  'form',
  'template',
  'profession',
  'category',
  'type',
  'track',
] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** What was said about the fields of classes; a class has what was said of those it extends. */
class FieldNotes<Note> {
  readonly #notes = new WeakMap<object, Map<string, Note>>();

  set(owner: object, property: string, note: Note): void {
    const own = this.#notes.get(owner) ?? new Map<string, Note>();
    this.#notes.set(owner, own.set(property, note));
  }

  of(owner: object | null, property: string): Note | undefined {
    if (owner === null) return undefined;
    const parent: object | null = Reflect.getPrototypeOf(owner);
    return this.#notes.get(owner)?.get(property) ?? this.of(parent, property);
  }
}

const annotations = new FieldNotes<FieldAnnotation>();
const children = new FieldNotes<() => ChildClass>();

const annotate =
  (annotation: FieldAnnotation): PropertyDecorator =>
  (target, property) => {
    const known = fieldAnnotation(target.constructor, String(property));
    annotations.set(target.constructor, String(property), { ...known, ...annotation });
  };

/** The label of a configuration field in the admin form, and a sentence of help. */
export const Field = (title: string, help?: string): PropertyDecorator =>
  annotate(help === undefined ? { title } : { title, description: help });

/** Marks a text field as secret: encrypted at rest and never sent back to any screen. */
export const Secret = (): PropertyDecorator => annotate({ isSecret: true });

/**
 * Marks a text, or a list of texts, as the key of something that the society has elsewhere. What a society saves is
 * checked: a name that does not exist there is refused, with those that do. Names of the programme are compared
 * without letter case, and once there is a programme.
 */
export const RefersTo = (kind: ReferenceKind): PropertyDecorator => annotate({ refersTo: kind });

/** A list of objects of one class, each validated; `least` and `most` bound its length. */
export const ListOf =
  (
    child: () => ChildClass,
    { least = 0, most = 100 }: { least?: number; most?: number } = {},
  ): PropertyDecorator =>
  (target, property) => {
    children.set(target.constructor, String(property), child);
    for (const decorate of [
      Type(child),
      ValidateNested({ each: true }),
      ArrayMinSize(least),
      ArrayMaxSize(most),
      IsArray(),
    ]) {
      decorate(target, String(property));
    }
  };

/** One object of a class, validated. */
export const Nested =
  (child: () => ChildClass): PropertyDecorator =>
  (target, property) => {
    children.set(target.constructor, String(property), child);
    Type(child)(target, String(property));
    ValidateNested()(target, String(property));
  };

/** A day, `2017-08-31`. */
export const IsDay = (): PropertyDecorator => isTemporal('isDay', 'date', 'a day such as 2017-08-31', isDay);

/** A date and time without a zone, `2017-08-31T17:00`; what zone it means is for the field to say. */
export const IsLocalDateTime = (): PropertyDecorator =>
  isTemporal(
    'isLocalDateTime',
    'datetime-local',
    'a date and time such as 2017-08-31T17:00',
    isLocalDateTime,
  );

export type ChildClass = new () => object;

export const fieldAnnotation = (owner: object, property: string): FieldAnnotation => {
  return annotations.of(owner, property) ?? {};
};

export const childClass = (owner: object, property: string): ChildClass | undefined => {
  const child = children.of(owner, property);
  return child?.();
};

const isTemporal =
  (
    name: string,
    format: string,
    expected: string,
    validate: (value: unknown) => boolean,
  ): PropertyDecorator =>
  (target, property) => {
    annotate({ format })(target, property);
    ValidateBy({
      name,
      validator: { validate, defaultMessage: () => `${String(property)} must be ${expected}` },
    })(target, property);
  };

const isDay = (value: unknown): boolean => typeof value === 'string' && parseDay(value) !== null;
const isLocalDateTime = (value: unknown): boolean =>
  typeof value === 'string' && parseLocalDateTime(value) !== null;
