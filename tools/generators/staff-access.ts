import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from '../../apps/api/src/identity/access.decorator.js';
import { staffRoles } from '../../apps/api/src/identity/staff-roles.js';

interface StaffRoute {
  readonly summary: string;
  readonly roles: readonly string[];
}

/**
 * Which role may call which route of staff, as Markdown, from what the guard itself goes by.
 *
 * @param application with its controllers; a preview is enough
 */
export const staffAccess = (application: INestApplicationContext): string =>
  [
    `| | ${staffRoles.join(' | ')} |`,
    `| --- | ${staffRoles.map(() => ':-:').join(' | ')} |`,
    ...staffRoutes(application)
      .sort((a, b) => a.summary.localeCompare(b.summary, 'en'))
      .map(({ summary, roles }) => {
        const cells = staffRoles.map((role) => (roles.includes(role) ? '✓' : ''));
        return `| ${[summary, ...cells].join(' | ')} |`;
      }),
  ].join('\n');

const staffRoutes = (application: INestApplicationContext): StaffRoute[] => {
  const scanner = new MetadataScanner();
  return [...application.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => {
      const prototype = prototypeOf(metatype);
      return scanner.getAllMethodNames(prototype).flatMap((name): StaffRoute[] => {
        const handler: unknown = Reflect.get(prototype, name);
        if (typeof handler !== 'function' || metatype === null) return [];
        const access = accessOf(handler) ?? accessOf(metatype);
        if (access?.kind !== 'staff') return [];
        const { summary } = operationOf(handler);
        const { roles } = access;
        // An owner may do all that anyone may; a route that names no role is for everybody who works there.
        const may =
          roles.length === 0 ? staffRoles : staffRoles.filter((r) => r === 'owner' || roles.includes(r));
        return summary === undefined ? [] : [{ summary, roles: may }];
      });
    });
};

const prototypeOf = (metatype: object | null): object => {
  const prototype: unknown = metatype === null ? {} : Reflect.get(metatype, 'prototype');
  return typeof prototype === 'object' && prototype !== null ? prototype : {};
};

const reflector = new Reflector();

const accessOf = (target: object): Access | undefined =>
  typeof target === 'function' ? reflector.get<Access | undefined, string>(ACCESS, target) : undefined;

const operationOf = (handler: object): { summary?: string } =>
  typeof handler === 'function'
    ? reflector.get<{ summary?: string }, string>('swagger/apiOperation', handler)
    : {};
