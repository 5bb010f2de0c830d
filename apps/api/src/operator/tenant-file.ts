import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsHexColor,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsTimeZone,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { enrolments, type Enrolment } from '../catalogue/enrolment.js';
import { type FormScope, type FormSection, formScopes } from '../evaluations/form-definition.js';
import { IsMaxima, IsNotBefore, IsSections, IsWording } from './tenant-file-rules.js';
import { SignInWayFile, type WrittenSignInWay, signInWayFiles } from './sign-in-file.js';

/**
 * A society in one file: how it looks and speaks, its credit types, certificate templates and activities with
 * their workflows and forms. `laurel tenant apply <file>` brings a tenant to what the file says, and may be
 * repeated; what the file does not mention stays as it is.
 */

class ForgottenBadgeFile {
  @IsString() @MaxLength(500) text: string;
  @IsOptional() @IsString() url: string | null = null;
}

class SupportFile {
  @IsEmail() email: string;
  @IsOptional() @IsString() phone: string | null = null;
  @IsOptional() @IsString() hours: string | null = null;
  @ValidateNested() @Type(() => ForgottenBadgeFile) forgottenBadge: ForgottenBadgeFile;
}

class ThemeFile {
  @IsHexColor() accent: string;
  @IsOptional() @IsString() @MaxLength(20_000) logoSvg: string | null = null;
}

class StatementsFile {
  @IsString() @MaxLength(2_000) accreditation: string;
  /** `[n]` and `[learning format]` are filled in. */
  @IsString() @MaxLength(2_000) designation: string;
}

class LayoutFile {
  @IsOptional() @IsIn(['sessions', 'cart']) home: 'sessions' | 'cart' = 'sessions';
  @IsOptional() @IsBoolean() hasItinerary: boolean = true;
  @IsOptional() @IsBoolean() hasSaveAndLogOut: boolean = false;
}

class ProfileFile {
  @IsString() @MaxLength(120) shortName: string;
  @IsTimeZone() timeZone: string;
  @IsOptional() @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/) language: string = 'en';
  @ValidateNested() @Type(() => ThemeFile) theme: ThemeFile;
  /** Words of the portal by key, e.g. `{ "cart": "Credit Cart" }`. */
  @IsOptional() @IsWording() wording: Record<string, string> = {};
  /** Keys of professions beside those that Laurel knows, e.g. `perfusionist`. */
  @IsOptional() @Matches(/^[a-z0-9-]+$/, { each: true }) professions?: string[];
  @IsOptional() @ValidateNested() @Type(() => LayoutFile) layout: LayoutFile = new LayoutFile();
  @ValidateNested() @Type(() => SupportFile) support: SupportFile;
  @ValidateNested() @Type(() => StatementsFile) statements: StatementsFile;
  /** In the order of the sign-in page, each kind once. */
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayUnique(({ kind }: SignInWayFile) => kind)
  @ValidateNested({ each: true })
  @Type(() => SignInWayFile, signInWayFiles)
  signIn?: WrittenSignInWay[];
}

class UnitFile {
  @IsString() one: string;
  @IsString() other: string;
}

export class CreditTypeFile {
  @Matches(/^[a-z0-9-]+$/) key: string;
  @IsString() name: string;
  @IsString() shortName: string;
  @ValidateNested() @Type(() => UnitFile) unit: UnitFile;
  /** In credits, e.g. 0.25. */
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) increment: number = 0.25;
  /** Professions; empty means everyone. */
  @IsOptional() @IsString({ each: true }) audience: string[] = [];
  @IsOptional() @IsBoolean() isCategory: boolean = false;
}

export class TemplateFile {
  @Matches(/^[a-z0-9-]+$/) key: string;
  @IsString() title: string;
  /** One of the shipped designs … */
  @IsOptional() @IsString() design?: string;
  /** … or a source of the society's own. */
  @IsOptional() @IsString() source?: string;
  @IsOptional() @IsIn(['Letter', 'A4']) size: 'Letter' | 'A4' = 'Letter';
  @IsOptional() @IsIn(['landscape', 'portrait']) orientation: 'landscape' | 'portrait' = 'landscape';
}

class StepFile {
  @IsString() plugin: string;
  @IsOptional() @IsBoolean() isEnabled: boolean = true;
  @IsOptional() @IsObject() config: Record<string, unknown> = {};
}

class FormFile {
  @Matches(/^[a-z0-9-]+$/) key: string;
  @IsString() title: string;
  @IsIn(formScopes) scope: FormScope;
  /** That somebody answered is known, what they answered cannot be linked to them. */
  @IsOptional() @IsBoolean() isAnonymous?: boolean;
  /** Anonymous answers are shown from this many on, never fewer at once. */
  @IsOptional() @IsInt() @Min(1) minimumCount?: number;
  @IsSections() sections: FormSection[];
}

class SignatureFile {
  @IsString() name: string;
  @IsString() role: string;
}

/** How imported sessions without credits of their own get them from their duration. */
class DurationCreditFile {
  @IsString({ each: true }) creditTypes: string[];
  @IsOptional() @IsInt() @Min(1) minutesPerCredit: number = 60;
  /** Session types that carry no credit, e.g. `Break`. */
  @IsOptional() @IsString({ each: true }) exceptTypes: string[] = [];
}

/** A course of an activity; its topics are offerings of the programme that name the course by its code. */
export class CourseFile {
  @Matches(/^[A-Za-z0-9-]+$/) code: string;
  @IsString() @MaxLength(300) title: string;
  @IsString() learningFormat: string;
  @IsOptional() @IsString() parsId: string | null = null;
  /** Designated maximum in credits per credit type key. */
  @IsOptional() @IsMaxima() maxima: Record<string, number> = {};
  @IsOptional() @IsString({ each: true }) statements: string[] = [];
}

export class ActivityFile {
  @Matches(/^[A-Za-z0-9-]+$/) code: string;
  @IsIn(['meeting', 'course', 'journal', 'other']) kind: 'meeting' | 'course' | 'journal' | 'other';
  /** `attended`: sessions are picked. `earned`: credit accrues from completions. */
  @IsOptional() @IsIn(['attended', 'earned']) basis: 'attended' | 'earned' = 'attended';
  @IsString() @MaxLength(300) title: string;
  @IsString() learningFormat: string;
  @IsOptional() @IsString() place: string | null = null;
  @IsISO8601({ strict: true }) startsOn: string;
  @IsISO8601({ strict: true }) @IsNotBefore('startsOn') endsOn: string;
  @IsOptional() @IsTimeZone() timeZone: string | null = null;
  @IsOptional() @IsString() parsId: string | null = null;
  /** `open`: whoever the society knows may come in without having been registered. */
  @IsOptional() @IsIn(enrolments) enrolment?: Enrolment = 'registered';
  /** Designated maximum in credits per credit type key. */
  @IsOptional() @IsMaxima() maxima: Record<string, number> = {};
  @IsOptional() @IsString({ each: true }) statements: string[] = [];
  @IsOptional() @ValidateNested({ each: true }) @Type(() => SignatureFile) signatures: SignatureFile[] = [];
  @IsOptional() @ValidateNested({ each: true }) @Type(() => CourseFile) courses: CourseFile[] = [];
  @IsOptional()
  @ValidateNested()
  @Type(() => DurationCreditFile)
  creditFromDuration: DurationCreditFile | null = null;
  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => StepFile) workflow: StepFile[];
  @IsOptional() @ValidateNested({ each: true }) @Type(() => FormFile) forms: FormFile[] = [];
}

export class TenantFile {
  @Matches(/^[a-z][a-z0-9-]{1,40}$/) slug: string;
  @IsString() @MaxLength(200) name: string;
  @IsOptional() @IsString({ each: true }) hosts: string[] = [];
  @ValidateNested() @Type(() => ProfileFile) profile: ProfileFile;
  @ValidateNested({ each: true }) @Type(() => CreditTypeFile) creditTypes: CreditTypeFile[];
  @IsOptional() @ValidateNested({ each: true }) @Type(() => TemplateFile) templates: TemplateFile[] = [];
  @IsOptional() @ValidateNested({ each: true }) @Type(() => ActivityFile) activities: ActivityFile[] = [];
}
