import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
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

/** Help with a forgotten badge number. */
class ForgottenBadgeFile {
  /** What to do about a forgotten badge number, in the society’s words. */
  @IsString() @MaxLength(500) text: string;
  /** A page or address that helps, `https:` or `mailto:`. */
  @IsOptional() @IsString() url: string | null = null;
}

/** The society’s desk. */
class SupportFile {
  /** Where learners write to, and where “Request support” goes. */
  @IsEmail() email: string;
  /** As it is to be read. */
  @IsOptional() @IsString() phone: string | null = null;
  /** When somebody answers, e.g. `Monday to Friday, 8 AM to 5 PM Central Time`. */
  @IsOptional() @IsString() hours: string | null = null;
  /** Shown at sign-in. */
  @IsDefined() @ValidateNested() @Type(() => ForgottenBadgeFile) forgottenBadge: ForgottenBadgeFile;
}

/** How the portal looks. */
class ThemeFile {
  /** The society’s colour; the portal adapts its tone until it reads well. */
  @IsHexColor() accent: string;
  /** The logo as SVG text; it is sanitised. */
  @IsOptional() @IsString() @MaxLength(20_000) logoSvg: string | null = null;
}

/** What accreditors prescribe on documents. */
class StatementsFile {
  /** The accreditation statement as it must be printed. */
  @IsString() @MaxLength(2_000) accreditation: string;
}

/** What the portal is arranged around. */
class LayoutFile {
  /** Where learners land: the programme, or the claim with what was picked so far. */
  @IsOptional() @IsIn(['sessions', 'cart']) home: 'sessions' | 'cart' = 'sessions';
  /** Whether learners may star sessions beforehand. */
  @IsOptional() @IsBoolean() hasItinerary: boolean = true;
  /** Whether “Save & Log Out” stands beside the way on. */
  @IsOptional() @IsBoolean() hasSaveAndLogOut: boolean = false;
}

/** How the society looks and speaks. */
class ProfileFile {
  /** Where the whole name is too long. */
  @IsString() @MaxLength(120) shortName: string;
  /** An IANA zone; activities may have their own. */
  @IsTimeZone() timeZone: string;
  /** Of what the society writes, a BCP 47 tag. */
  @IsOptional() @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/) language: string = 'en';
  /** Colour and logo. */
  @IsDefined() @ValidateNested() @Type(() => ThemeFile) theme: ThemeFile;
  /** Words of the portal by key, e.g. `{ "cart": "Credit Cart" }`, and sentences of plugins as `<plugin>.<code>`; see below. */
  @IsOptional() @IsWording() wording: Record<string, string> = {};
  /** Keys of professions beside those that Laurel knows, e.g. `perfusionist`. */
  @IsOptional() @Matches(/^[a-z0-9-]+$/, { each: true }) professions?: string[];
  /** Absent: as the defaults say. */
  @IsOptional() @ValidateNested() @Type(() => LayoutFile) layout: LayoutFile = new LayoutFile();
  /** Whom learners turn to. */
  @IsDefined() @ValidateNested() @Type(() => SupportFile) support: SupportFile;
  /** Of the society; activities and courses may add their own. */
  @IsDefined() @ValidateNested() @Type(() => StatementsFile) statements: StatementsFile;
  /** The ways to sign in, in the order of the sign-in page, each kind once; absent: those stored, at first the badge alone. */
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayUnique(({ kind }: SignInWayFile) => kind)
  @ValidateNested({ each: true })
  @Type(() => SignInWayFile, signInWayFiles)
  signIn?: WrittenSignInWay[];
}

/** What an amount is called. */
class UnitFile {
  /** For exactly 1. */
  @IsString() one: string;
  /** For every other amount. */
  @IsString() other: string;
}

/** What documents state of a credit type. */
class CreditTypeStatementsFile {
  /** On a document that awards it; `[Provider]`, `[learning format]`, `[n]`, `[credits claimed]` are filled in. */
  @IsOptional() @IsString() @MaxLength(2_000) credit: string = '';
  /** On a certificate of participation, in the place of the credit; `[maximum]` is filled in. */
  @IsOptional() @IsString() @MaxLength(2_000) participation: string = '';
}

/** A kind of credit. Types that the file does not name stay: claims may name them. */
export class CreditTypeFile {
  /** How everything else names it. */
  @Matches(/^[a-z0-9-]+$/) key: string;
  /** As printed, e.g. `AMA PRA Category 1 Credits™`. */
  @IsString() name: string;
  /** In lists and on cards. */
  @IsString() shortName: string;
  /** After an amount. */
  @IsDefined() @ValidateNested() @Type(() => UnitFile) unit: UnitFile;
  /** The steps it is claimed in, in credits. */
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) increment: number = 0.25;
  /** Keys of the professions that may be awarded it; empty: everyone. */
  @IsOptional() @IsString({ each: true }) audience: string[] = [];
  /** Counted beside another type, never claimed alone. */
  @IsOptional() @IsBoolean() isCategory: boolean = false;
  /** Documents set its words in italics, as the AMA asks for its own. */
  @IsOptional() @IsBoolean() isItalic?: boolean = false;
  /** What documents state of it. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CreditTypeStatementsFile)
  statements?: Partial<CreditTypeStatementsFile>;
}

/** A certificate template. Saved as a new revision when it differs; issued certificates keep theirs. */
export class TemplateFile {
  /** How workflows name it. */
  @Matches(/^[a-z0-9-]+$/) key: string;
  /** For staff. */
  @IsString() title: string;
  /** One of the shipped designs … */
  @IsOptional() @IsString() design?: string;
  /** … or a Handlebars template of the society’s own. */
  @IsOptional() @IsString() source?: string;
  /** Of the sheet. */
  @IsOptional() @IsIn(['Letter', 'A4']) size: 'Letter' | 'A4' = 'Letter';
  /** Of the sheet. */
  @IsOptional() @IsIn(['landscape', 'portrait']) orientation: 'landscape' | 'portrait' = 'landscape';
}

/** A step of a workflow, in the order in which it is asked. */
class StepFile {
  /** The key of an installed plugin; each once. */
  @IsString() plugin: string;
  /** Off is off: a disabled step is never asked. */
  @IsOptional() @IsBoolean() isEnabled: boolean = true;
  /** As the plugin’s README says; a secret that is left out stays as it is stored. */
  @IsOptional() @IsObject() config: Record<string, unknown> = {};
}

/** An evaluation form. Answers that were given stay when it is saved again. */
class FormFile {
  /** How workflows name it. */
  @Matches(/^[a-z0-9-]+$/) key: string;
  /** As learners read it. */
  @IsString() title: string;
  /** What it is about. It cannot change later. */
  @IsIn(formScopes) scope: FormScope;
  /** That somebody answered is known, what they answered cannot be linked to them. */
  @IsOptional() @IsBoolean() isAnonymous?: boolean;
  /** Anonymous answers are shown from this many on, never fewer at once; 3 to 50. */
  @IsOptional() @IsInt() @Min(1) minimumCount?: number;
  /** Sections with questions. */
  @IsSections() sections: FormSection[];
}

/** Who signs the documents. */
class SignatureFile {
  /** As printed, with degrees. */
  @IsString() name: string;
  /** Below the name. */
  @IsString() role: string;
}

/** How imported sessions without credits of their own get them from their duration. */
class DurationCreditFile {
  /** Keys of the credit types that sessions earn. */
  @IsString({ each: true }) creditTypes: string[];
  /** How long one credit takes. */
  @IsOptional() @IsInt() @Min(1) minutesPerCredit: number = 60;
  /** Session types that carry no credit, as the programme writes them, e.g. `Break`. They need not be in the programme yet. */
  @IsOptional() @IsString({ each: true }) exceptTypes: string[] = [];
}

/** A course of an activity; its topics are rows of the programme that name it by its code. */
export class CourseFile {
  /** How topics of the programme name it. */
  @Matches(/^[A-Za-z0-9-]+$/) code: string;
  /** As printed. */
  @IsString() @MaxLength(300) title: string;
  /** E.g. `enduring material`. */
  @IsString() learningFormat: string;
  /** Its number at the accreditor’s. */
  @IsOptional() @IsString() parsId: string | null = null;
  /** Designated maximum in credits by credit type, e.g. `{ "ama-pra-1": 24.5 }`. */
  @IsOptional() @IsMaxima() maxima: Record<string, number> = {};
  /** Printed beside those of the society and the activity. */
  @IsOptional() @IsString({ each: true }) statements: string[] = [];
}

/** An activity, recognised by its code. Activities that the file does not name stay. */
export class ActivityFile {
  /** How commands name it, and the beginning of certificate numbers. */
  @Matches(/^[A-Za-z0-9-]+$/) code: string;
  /** What it is. */
  @IsIn(['meeting', 'course', 'journal', 'other']) kind: 'meeting' | 'course' | 'journal' | 'other';
  /** `attended`: sessions are picked. `earned`: credit accrues from completions. */
  @IsOptional() @IsIn(['attended', 'earned']) basis: 'attended' | 'earned' = 'attended';
  /** As printed. */
  @IsString() @MaxLength(300) title: string;
  /** E.g. `live activity`. */
  @IsString() learningFormat: string;
  /** As printed. */
  @IsOptional() @IsString() place: string | null = null;
  /** Its first day. */
  @IsISO8601({ strict: true }) startsOn: string;
  /** Its last day. */
  @IsISO8601({ strict: true }) @IsNotBefore('startsOn') endsOn: string;
  /** An IANA zone; absent: the society’s. */
  @IsOptional() @IsTimeZone() timeZone: string | null = null;
  /** Its number at the accreditor’s. */
  @IsOptional() @IsString() parsId: string | null = null;
  /** `open`: whoever the society knows may come in without having been registered. */
  @IsOptional() @IsIn(enrolments) enrolment?: Enrolment = 'registered';
  /** Designated maximum in credits by credit type, e.g. `{ "ama-pra-1": 24.5 }`. */
  @IsOptional() @IsMaxima() maxima: Record<string, number> = {};
  /** Printed beside those of the society. */
  @IsOptional() @IsString({ each: true }) statements: string[] = [];
  /** Printed from left to right. */
  @IsOptional() @ValidateNested({ each: true }) @Type(() => SignatureFile) signatures: SignatureFile[] = [];
  /** Where it teaches in courses. Courses that the file does not name stay. */
  @IsOptional() @ValidateNested({ each: true }) @Type(() => CourseFile) courses: CourseFile[] = [];
  /** Absent: sessions carry the credit that the programme’s file states. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DurationCreditFile)
  creditFromDuration: DurationCreditFile | null = null;
  /** The steps, one of them on; none: the activity keeps the workflow that it has, a new one copies the society’s. */
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => StepFile)
  workflow: StepFile[] = [];
  /** Its evaluation forms; those that the file does not name stay. */
  @IsOptional() @ValidateNested({ each: true }) @Type(() => FormFile) forms: FormFile[] = [];
}

/** The society. */
export class TenantFile {
  /** Its portal is at `<slug>.<LAUREL_PUBLIC_HOST>`; also how commands name it. */
  @Matches(/^[a-z][a-z0-9-]{1,40}$/) slug: string;
  /** As printed. */
  @IsString() @MaxLength(200) name: string;
  /** Host names of its own, beside the one above. */
  @IsOptional() @IsString({ each: true }) hosts: string[] = [];
  /** How it looks and speaks. */
  @IsDefined() @ValidateNested() @Type(() => ProfileFile) profile: ProfileFile;
  /** In the order in which they are shown. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => CreditTypeFile) creditTypes: CreditTypeFile[];
  /** Certificate templates. */
  @IsOptional() @ValidateNested({ each: true }) @Type(() => TemplateFile) templates: TemplateFile[] = [];
  /** The steps that an activity without any of its own copies when it is new; no later change of these reaches it. */
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => StepFile)
  workflow?: StepFile[] = [];
  /** Meetings, courses, articles. */
  @IsOptional() @ValidateNested({ each: true }) @Type(() => ActivityFile) activities: ActivityFile[] = [];
}
