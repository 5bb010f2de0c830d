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
}

const ANNOTATION = Symbol('laurel:field');
const CHILD = Symbol('laurel:child');

const annotate =
  (annotation: FieldAnnotation): PropertyDecorator =>
  (target, property) => {
    const known = fieldAnnotation(target.constructor, String(property));
    Reflect.defineMetadata(ANNOTATION, { ...known, ...annotation }, target.constructor, property);
  };

/** The label of a configuration field in the admin form, and a sentence of help. */
export const Field = (title: string, help?: string): PropertyDecorator =>
  annotate(help === undefined ? { title } : { title, description: help });

/** Marks a text field as secret: encrypted at rest and never sent back to any screen. */
export const Secret = (): PropertyDecorator => annotate({ isSecret: true });

/** A list of objects of one class, each validated; `least` and `most` bound its length. */
export const ListOf =
  (
    child: () => ChildClass,
    { least = 0, most = 100 }: { least?: number; most?: number } = {},
  ): PropertyDecorator =>
  (target, property) => {
    Reflect.defineMetadata(CHILD, child, target.constructor, property);
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
    Reflect.defineMetadata(CHILD, child, target.constructor, property);
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
  const known: FieldAnnotation | undefined = Reflect.getMetadata(ANNOTATION, owner, property);
  return known ?? {};
};

export const childClass = (owner: object, property: string): ChildClass | undefined => {
  const child: (() => ChildClass) | undefined = Reflect.getMetadata(CHILD, owner, property);
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
