import { Column, Entity, ForeignKey } from 'typeorm';
import { TenantKey } from '../database/columns.js';
import type { SignInWay } from './sign-in-ways.js';
import { Tenant } from './tenant.entity.js';

export interface TenantTheme {
  /** The society's colour, `#rrggbb`; the portal adapts its tone until it reads well. */
  accent: string;
  /** Inline SVG, sanitised when saved; null where the society has none. */
  logoSvg: string | null;
}

export interface TenantSupport {
  email: string;
  phone: string | null;
  hours: string | null;
  /** What to do about a forgotten badge number, in the society's words. */
  forgottenBadge: { text: string; url: string | null };
}

export interface TenantStatements {
  /** The accreditation statement as it must be printed. */
  accreditation: string;
}

/** What the portal is arranged around. */
export interface TenantLayout {
  /** Where a learner lands: the programme, or the claim with what was picked so far. */
  home: 'sessions' | 'cart';
  /** Whether learners may star sessions beforehand; off is off. */
  hasItinerary: boolean;
  /** "Save & Log Out" beside the way on, for societies whose learners share a kiosk or come back for days. */
  hasSaveAndLogOut: boolean;
}

/** How a society looks and speaks. */
@Entity('tenant_profiles')
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class TenantProfile {
  @TenantKey() tenantId: string;
  @Column('text') displayName: string;
  @Column('text') shortName: string;
  /** IANA zone. */
  @Column('text') timeZone: string;
  /** BCP 47. */
  @Column('text', { default: 'en' }) language: string;
  @Column('jsonb') theme: TenantTheme;
  /** Overrides of the portal's words by key, e.g. `{ "cart": "Credit Cart" }`. */
  @Column('jsonb', { default: {} }) wording: Record<string, string>;
  @Column('jsonb', { default: { home: 'sessions', hasItinerary: true, hasSaveAndLogOut: false } })
  layout: TenantLayout;
  /** Keys of professions of the society's own, beside those that Laurel knows. */
  @Column('text', { array: true, default: '{}' }) professions: string[];
  @Column('jsonb') support: TenantSupport;
  /** In the order in which the sign-in page offers them. */
  @Column('jsonb', { default: [{ kind: 'badge' }] }) signIn: SignInWay[];
  @Column('jsonb') statements: TenantStatements;
}
